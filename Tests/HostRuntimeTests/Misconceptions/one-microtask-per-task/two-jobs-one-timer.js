// SPDX-License-Identifier: MIT
setTimeout(() => console.log('timer'), 0);
Promise.resolve().then(() => console.log('job 1'));
Promise.resolve().then(() => console.log('job 2'));
