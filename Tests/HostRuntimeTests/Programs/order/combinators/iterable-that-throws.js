// An iterator that throws rejects the combined promise; promises already taken are left alone.
function* broken() {
  yield Promise.resolve('taken');
  throw new Error('iterator broke');
}
for (const name of ['all', 'race', 'any', 'allSettled']) {
  Promise[name](broken()).then(
    (value) => console.log(name, 'fulfilled', value), (error) => console.log(name, 'rejected', error.message));
}
