// Siblings that await run in parallel; a later sibling without await runs meanwhile.
import './fixtures/slow.mjs';
import './fixtures/quick.mjs';
import './fixtures/plain.mjs';
console.log('main last');
