console.log(new Date(0), new Date(NaN), [new Date(86400000)]);
console.log(Object.assign(new Date(0), { zone: 'UTC' }));
class Day extends Date {}
class Pattern extends RegExp {}
console.log(new Day(0), new Pattern('a', 'g'));
console.log(/a\/b/gi, new RegExp(''), new RegExp('\n'), [/x/]);
console.log(Object.assign(/x/, { note: 1 }), { a: { b: { c: Object.assign(/x/, { note: 1 }) } } });
console.log(Object.setPrototypeOf(new Date(0), null), Object.setPrototypeOf(/x/, null));
console.log(Date.prototype, RegExp.prototype);
