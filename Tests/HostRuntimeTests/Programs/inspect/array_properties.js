const { inspect } = require('util');

// Named keys of an array follow its elements.
const list = [1, 2];
list.name = 'list';
list['two words'] = true;
list[-1] = 'minus one';
list[Symbol('tag')] = 'symbol';
Object.defineProperty(list, 'hidden', { value: 'hidden', enumerable: false });
console.log(list);
console.log(inspect(list, { showHidden: true }));
console.log(Object.defineProperty(['a'], 1, { get: () => 'computed', enumerable: true }));
class Stack extends Array {}
console.log(new Stack(), Stack.of(1, 2), [Stack.of([Stack.of(3)])]);
console.log(Object.setPrototypeOf([1], null));
console.log('abc'.match(/b/));
