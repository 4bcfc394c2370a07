// An algorithm that OpenSSL knows and no longer offers: the error carries what the library says.
const { createHash } = require('node:crypto');
for (const act of [() => createHash('md4'), () => createHash('md5', { outputLength: 5 })]) {
  try {
    act();
  } catch (error) {
    console.log(error.message);
    console.log({ ...error });
  }
}
