// A missing module is an ordinary error with a code.
try {
  require('./fixtures/not-there.cjs');
} catch (error) {
  console.log(error.code);
}
import('./fixtures/not-there.mjs').catch((error) => console.log(error.code));
console.log('script');
