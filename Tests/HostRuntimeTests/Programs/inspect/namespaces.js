// The language's namespace objects have a tag and no visible keys.
console.log(Math, JSON, Reflect, Atomics);
console.log([Math], { JSON });
console.log(Object.prototype, Function.prototype.constructor, Map.prototype, Promise.prototype);
console.log(Array.prototype, Number.prototype, String.prototype, Symbol.prototype, Error.prototype);
