// Combinators nest like any promise.
const after = (ms, value) => new Promise((resolve) => setTimeout(resolve, ms, value));
Promise.all([
  Promise.race([after(20, 'r1'), after(60, 'r2')]),
  Promise.any([Promise.reject(), after(40, 'a1')]),
  Promise.allSettled([after(30, 's1'), Promise.reject('s2')]),
]).then((list) => console.log(JSON.stringify(list)));
