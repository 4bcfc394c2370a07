// Imports are live: they show later changes, and cannot be assigned.
import { count, increment } from './fixtures/live.mjs';
console.log(count);
increment();
console.log(count);
try {
  eval('count = 5');
} catch (error) {
  console.log(error.name);
}
