// HTML 8.6 "timer initialization steps", steps 1, 9.5 and 9.6: the callback gets the arguments, with window as this;
// what is no function is compiled as a script.
'use strict';
setTimeout(function(...args) { console.log(this === window, args); }, 1, 'a', 2);
setTimeout('console.log("a string", typeof fromString); var fromString = 1', 2);
setTimeout(() => console.log(window.fromString), 3);
