// SPDX-License-Identifier: MIT
console.log([3, 1, 2].sort((first, second) => first - second).map((number) => number * 2));
new Map([['a', 1]]).forEach((value, key) => console.log(key, value));
console.log('text'.replace(/t/g, (letter) => letter.toUpperCase()));
