// A generator that throws is done for good.
function* failing() { yield 1; throw new Error('broken'); yield 2; }
const generator = failing();
generator.next();
try { generator.next(); } catch (error) { console.log(error.message); }
console.log(generator.next());
try { for (const x of failing()) console.log(x); } catch (error) { console.log('loop', error.message); }
