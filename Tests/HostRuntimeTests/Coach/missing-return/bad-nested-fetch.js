// SPDX-License-Identifier: MIT
// expect: 17:missing-return
'use strict';
const lab = require('lab');

lab.routes({
  'GET /user': { latency: 10, body: { id: 4 } },
  'GET /posts/:id': { latency: 30, body: ['first post'] },
});
let posts = [];

fetch('http://blog.test/user')
  .then((response) => response.json())
  .then((user) => {
    fetch(`http://blog.test/posts/${user.id}`)
      .then((response) => response.json())
      .then((list) => { posts = list; });
  })
  .then(() => console.log('posts', posts.length))
  .catch((error) => console.error(error.message));
