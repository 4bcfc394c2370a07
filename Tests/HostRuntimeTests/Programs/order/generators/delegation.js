// yield* passes everything on and gives the inner return value.
function* inner() { const got = yield 'inner 1'; console.log('inner got', got); return 'inner result'; }
function* outer() { const result = yield* inner(); console.log('result', result); yield* ['a', 'b']; }
const generator = outer();
console.log(generator.next().value, generator.next('hello').value, generator.next().value, generator.next().done);
