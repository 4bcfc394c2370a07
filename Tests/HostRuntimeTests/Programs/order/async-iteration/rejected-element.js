// A rejected promise in the array ends the loop there; earlier items have been seen.
(async () => {
  try {
    for await (const value of [1, Promise.resolve(2), Promise.reject(new Error('third'))]) console.log(value);
  } catch (error) {
    console.log('caught', error.message);
  }
})();
