// HTML 8.1.4.4 "run a classic script", step 7: a classic script runs in the global scope: `var` and functions become
// properties of window, `let` does not, and `this` is window.
var a = 1;
let b = 2;
function c() {}
console.log(this === window, window.a, window.b, typeof window.c, delete window.a);
console.log([typeof process, typeof require, typeof module, typeof setImmediate, typeof global, typeof Buffer].join());
