// A CommonJS module is imported with its exports as default, and the names that are found.
const namespace = await import('./fixtures/exports.cjs');
console.log(namespace.default.alpha, namespace.alpha, Object.keys(namespace).sort().join());
import direct, { beta } from './fixtures/exports.cjs';
console.log(direct.beta === beta);
