// import() resolves when the module's top-level awaits are done.
const imported = import('./fixtures/quick.mjs').then(() => console.log('quick imported'));
console.log('main goes on');
await imported;
console.log('main ends');
