// scrypt: results, its options under both names, and what OpenSSL does not take.
const { scrypt, scryptSync } = require('node:crypto');
console.log(scryptSync('password', 'salt', 16, { N: 1024 }).toString('hex'));
console.log(scryptSync('password', 'salt', 16, { cost: 1024, blockSize: 4, parallelization: 2 }).toString('hex'));
console.log(scryptSync('', '', 8, { N: 16, r: 1, p: 1 }), scryptSync('p', 's', 0), scryptSync('p', 's', 4, { r: 0 }));
const show = (act) => {
  try {
    console.log(act());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
// First, because Node repeats what OpenSSL said of an earlier call.
show(() => scrypt('p', 's', 16, { N: 3 }, () => console.log('never')));
for (const options of [
  { N: 3 }, { N: 1 }, { N: -1 }, { N: '2' }, { N: 2, cost: 2 }, { r: 2, blockSize: 2 }, { p: 2, parallelization: 2 },
  { N: 2 ** 20 }, { maxmem: 10 }, { maxmem: -10 }, { maxmem: 1.5 }, { p: 2 ** 30 },
]) show(() => scryptSync('p', 's', 16, options));
for (const keylen of [-1, 2 ** 31, '1', undefined]) show(() => scryptSync('p', 's', keylen));
show(() => scryptSync('p', 5, 1));
show(() => scrypt('p', 's', 16));
show(() => scrypt('p', 's', 16, {}, 5));
scrypt('p', 's', 4, { N: 16 }, (...args) => console.log(args));
