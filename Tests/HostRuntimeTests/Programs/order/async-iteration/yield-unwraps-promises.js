// yield awaits its operand: consumers never see a promise, and a rejection is raised at the yield.
async function* g() {
  yield Promise.resolve('unwrapped');
  try {
    yield Promise.reject(new Error('rejected'));
  } catch (error) {
    console.log('raised at yield', error.message);
  }
  yield { then(resolve) { resolve('thenable unwrapped'); } };
}
(async () => { for await (const value of g()) console.log(value); })();
