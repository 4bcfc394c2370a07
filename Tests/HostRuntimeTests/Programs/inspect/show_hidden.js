const { inspect } = require('util');

const show = (value) => console.log(inspect(value, { showHidden: true }));
show([1, , 3]);
show(Object.defineProperty({ a: 1 }, 'hidden', { value: { deep: 1 } }));
show(Object.defineProperty({}, Symbol('hidden'), { value: 1 }));
show(new Map([[1, 2]]));
show(new Uint8Array(2));
show(/x/g);
show(new Date(0));
show(new String('ab'));
class Base { get area() { return 1; } set name(v) {} method() {} }
class Square extends Base { side = 2; get perimeter() { return 8; } }
show(new Base());
show(new Square());
show({ inner: new Square() });
class List extends Array { get last() { return this[this.length - 1]; } }
show(List.of(1));
show((a, b) => a + b);
show(class Empty {});
