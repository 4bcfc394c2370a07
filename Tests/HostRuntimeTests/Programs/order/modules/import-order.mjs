// Imports are hoisted and run first, in order, each once, children before parents.
console.log('main');
import './fixtures/first.mjs';
import { name } from './fixtures/second.mjs';
console.log('name', name);
