// What update takes: text in an encoding, or the bytes of any view.
const { createHash } = require('node:crypto');
const show = (...args) => {
  try {
    console.log(createHash('md5').update(...args).digest('hex'));
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const args of [
  [''], ['é'], ['é', 'latin1'], ['é', 'utf8'], ['é', 'buffer'], ['é', 5], ['abc', 'nope'], ['ff', 'hex'],
  ['fff', 'hex'], ['fg', 'hex'], ['/+8=', 'base64'], [Buffer.from('é')], [new Uint16Array([1, 2])],
  [new DataView(new ArrayBuffer(2))], [new ArrayBuffer(2)], [], [5], [null], [{}],
]) show(...args);
