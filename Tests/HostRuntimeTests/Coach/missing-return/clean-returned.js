// SPDX-License-Identifier: MIT
// expect: nothing
'use strict';
const lab = require('lab');

lab.routes({
  'GET /user': { latency: 10, body: { id: 4 } },
  'GET /posts/:id': { latency: 30, body: ['first post'] },
});

fetch('http://blog.test/user')
  .then((response) => response.json())
  .then((user) => {
    console.log('user', user.id);
    return fetch(`http://blog.test/posts/${user.id}`);
  })
  .then((response) => response.json())
  .then((posts) => console.log('posts', posts.length))
  .catch((error) => console.error(error.message));
