const { inspect } = require('util');

const value = {
  get number() { return 1; },
  get text() { return 'two'; },
  get object() { return { deep: { er: {} } }; },
  get nothing() { return null; },
  get missing() { return undefined; },
  get broken() { throw new Error('oops'); },
  set only(v) {},
  get both() { return 'both'; },
  set both(v) {},
};
console.log(value);
for (const getters of [false, true, 'get', 'set']) console.log(inspect(value, { getters }));
class Temperature { get celsius() { return 20; } }
console.log(new Temperature(), inspect(new Temperature(), { getters: true }));
console.log(inspect([1, 2], { getters: true }));
console.log(inspect({ get list() { return [1, 2]; } }, { getters: true, depth: -1 }));
