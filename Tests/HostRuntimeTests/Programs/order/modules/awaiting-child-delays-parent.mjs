// A parent waits for its awaiting child, other parents need not.
import './fixtures/parent-of-slow.mjs';
import './fixtures/parent-of-plain.mjs';
console.log('main');
