// A runner that resumes a generator with each promise's value: async functions, made by hand.
function run(makeGenerator) {
  return new Promise((resolve, reject) => {
    const generator = makeGenerator();
    const step = (method, value) => {
      let result;
      try { result = generator[method](value); } catch (error) { return reject(error); }
      if (result.done) return resolve(result.value);
      Promise.resolve(result.value).then((v) => step('next', v), (e) => step('throw', e));
    };
    step('next');
  });
}
run(function* () {
  console.log('one', yield 1);
  try { yield Promise.reject(new Error('rejected')); } catch (error) { console.log(error.message); }
  return 'result';
}).then(console.log);
console.log('script');
