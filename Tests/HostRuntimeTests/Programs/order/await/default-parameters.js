// A failing default parameter rejects the promise of an async function instead of throwing.
const fail = () => { throw new Error('default failed'); };
async function f(x = fail()) { return x; }
function g(x = fail()) { return x; }
f().catch((error) => console.log('rejected', error.message));
try { g(); } catch (error) { console.log('thrown', error.message); }
f('given').then(console.log);
