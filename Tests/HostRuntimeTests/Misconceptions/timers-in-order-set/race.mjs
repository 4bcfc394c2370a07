// SPDX-License-Identifier: MIT
const after = (ms, text) => new Promise((resolve) => {
  setTimeout(() => {
    console.log(text, 'is there');
    resolve(text);
  }, ms);
});
const answers = [after(300, 'slow'), after(100, 'fast')];
console.log('asked for both');
console.log(await Promise.race(answers), 'wins');
