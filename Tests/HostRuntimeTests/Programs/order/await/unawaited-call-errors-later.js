// A call that is not awaited fails on its own: the surrounding try has already been left.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
const fail = async (name) => { await null; throw new Error(name); };
(async () => {
  try {
    fail('floating');
    console.log('try left');
  } catch {
    console.log('never');
  }
  try {
    await fail('awaited');
  } catch (error) {
    console.log('caught', error.message);
  }
})();
