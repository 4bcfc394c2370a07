// allSettled never rejects and reports each outcome.
Promise.allSettled([1, Promise.resolve(2), Promise.reject('no'), (async () => { throw 'thrown'; })()])
  .then((results) => results.forEach((each) => console.log(JSON.stringify(each))));
