// SPDX-License-Identifier: MIT
// What programs do with the message of an error before anything else has looked at it.
const o = {};
const messageOf = (access) => {
  try {
    access();
  } catch (error) {
    return error.message;
  }
};
const accesses = [
  () => o.a.b, () => undefined.x, () => null.x, () => o.a['two words'], () => o.a[0], () => o.a["it's"], () => o.a['"q"'],
  () => o.a['ü'], () => o.a[Symbol('mark')], () => o.a[Symbol.asyncIterator], () => o.a.b(), () => o.a?.b.c ?? o.d.e,
];
for (const access of accesses) console.log(messageOf(access));
const access = () => o.a.b.c;
console.log('caught:', messageOf(access));
console.log(`${messageOf(access)}! and ${messageOf(() => null.y)}.`);
console.error(messageOf(access));
console.log('%s|%o|%j', messageOf(access), messageOf(access), 1);
console.log({ message: messageOf(access) }, [messageOf(access)]);
console.table([messageOf(access)]);
process.stdout.write(`${messageOf(access)}\n`);
Promise.reject().catch(() => o.a.b).catch((error) => console.log(error.message));
(async () => {
  try {
    await o.a.b;
  } catch ({ name, message }) {
    console.log(name, '-', message);
  }
})();
console.log(String(new Error(messageOf(access))));
console.log('Cannot read properties of undefined (reading "mine") is my own text');
console.log(require('node:util').format('%s', messageOf(access)), require('node:util').inspect(messageOf(access)));
