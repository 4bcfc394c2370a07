// Node 20 has no Promise.withResolvers and no Promise.try; the usual substitute takes one line.
console.log(typeof Promise.withResolvers, typeof Promise.try);
const withResolvers = () => {
  const parts = {};
  parts.promise = new Promise((resolve, reject) => Object.assign(parts, { resolve, reject }));
  return parts;
};
const { promise, resolve } = withResolvers();
promise.then((value) => console.log('resolved', value));
process.nextTick(resolve, 'from a tick');
