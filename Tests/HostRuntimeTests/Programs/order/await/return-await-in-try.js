// Only return await lets the surrounding try catch the rejection.
const fail = async (name) => { throw new Error(name); };
const without = async () => { try { return fail('not caught inside'); } catch { return 'caught inside'; } };
const withAwait = async () => { try { return await fail('x'); } catch { return 'caught inside'; } };
without().then(console.log, (error) => console.log(error.message));
withAwait().then(console.log);
