// import() in CommonJS gives a promise; the module's body runs later.
import('./fixtures/plain.mjs').then(() => console.log('imported'));
console.log('script');
process.nextTick(() => console.log('tick'));
