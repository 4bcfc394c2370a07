class A {}
class B extends A {}
class C extends B { static count = 1; static m() {} }
console.log(A, B, C);
console.log(class {}, class extends A {});
console.log([A, { B }], { a: { b: { c: { A } } } });
console.log(class X extends Array {}, class Y extends Object {}, class N extends null {});
console.log(Object.setPrototypeOf(class P {}, null));
console.log(class { static name = 'renamed'; });
const Anonymous = class {};
console.log(Anonymous, new Anonymous());
