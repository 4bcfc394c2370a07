// The left operand keeps the value it had before the await.
let total = 1;
const slow = async (n) => n;
(async () => { total += await slow(10); console.log('left read early', total); })();
(async () => { total = (await slow(10)) + total; console.log('right read late', total); })();
total = 100;
