// A module namespace shows its exports by name order.
import * as self from './module_namespace.mjs';

export const zeta = { deep: { er: { est: {} } } };
export default function main() {}
export class Alpha {}
export let count = 1;
console.log(self);
console.log([self], { a: { b: { self } } });
count = 2;
console.log(self.count, Object.prototype.toString.call(self));
