// The console's own properties, in order, and how they are defined.
console.log(Object.keys(console).join(' '));
for (const key of ['log', 'error', 'table', 'Console']) {
  const { writable, enumerable, configurable } = Object.getOwnPropertyDescriptor(console, key);
  console.log(key, console[key].name, console[key].length, writable, enumerable, configurable);
}
console.log(Object.prototype.toString.call(console), Object.keys(Object.getPrototypeOf(console)));
console.log(console.log.hasOwnProperty('prototype'), console.log === console.info);
console.log(console.Console.name, console.Console.length);
console.log(console.profile(), console.profileEnd(), console.timeStamp());
console.log(console.createTask('job').run(() => 'ran'));
