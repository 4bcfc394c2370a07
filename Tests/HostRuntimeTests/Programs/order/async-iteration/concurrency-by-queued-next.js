// Calling next ahead does not make an async generator parallel: it runs one request at a time.
async function* g() {
  for (const name of ['a', 'b']) {
    console.log('begin', name);
    await new Promise((resolve) => setImmediate(resolve));
    console.log('finish', name);
    yield name;
  }
}
const generator = g();
Promise.all([generator.next(), generator.next()])
  .then((results) => console.log(results.map((each) => each.value).join()));
