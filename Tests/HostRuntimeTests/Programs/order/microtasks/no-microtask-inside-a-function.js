// Microtasks never interrupt: the stack must be empty first.
let flag = false;
queueMicrotask(() => { flag = true; });
const results = [];
for (let i = 0; i < 3; i++) results.push([1, 2, 3].map(() => flag));
console.log(results.flat().every((each) => each === false));
process.nextTick(() => console.log('tick sees', flag));
setImmediate(() => console.log('immediate sees', flag));
