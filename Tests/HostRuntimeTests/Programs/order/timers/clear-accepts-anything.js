// Clearing what is no timer, or is over, does nothing; ids as numbers and strings work.
clearTimeout(undefined);
clearTimeout(null);
clearInterval({});
clearTimeout(123456);
const byNumber = setTimeout(() => console.log('never'), 20);
clearTimeout(+byNumber);
const byText = setTimeout(() => console.log('never'), 20);
clearTimeout(`${+byText}`);
const done = setTimeout(() => { clearTimeout(done); console.log('clears itself in vain'); }, 20);
clearTimeout(done[Symbol.toPrimitive] ? undefined : done);
