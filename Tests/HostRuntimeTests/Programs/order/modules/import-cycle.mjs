// In a cycle functions are there at once, constants only after their module has run.
import { a } from './fixtures/circle-a.mjs';
console.log('main', a);
