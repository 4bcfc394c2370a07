// createRequire gives a module a require.
import { createRequire } from 'node:module';
const require = createRequire(import.meta.url);
console.log(require('./fixtures/data.json').name);
console.log(require('./fixtures/exports.cjs').alpha);
