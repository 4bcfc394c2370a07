// HTML 8.1.6.7.3 "HostLoadImportedModule", its last step: import() in a classic script loads in parallel and settles
// its promise in a task of the networking source; the second import finds the module that is there.
import('./fixtures/first.js').then((module) => {
  console.log(Object.prototype.toString.call(module));
  return import('./fixtures/first.js').then((again) => console.log(again === module));
});
Promise.resolve().then(() => console.log('microtask'));
console.log('script');
