// Even an error thrown at once comes as a rejection.
async function f() { throw new Error('at once'); }
try {
  f().catch((error) => console.log('rejection', error.message));
  console.log('call returned');
} catch {
  console.log('never');
}
