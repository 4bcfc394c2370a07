// Without a message, the failed call itself is shown.
const assert = require('node:assert');

const list = [];
function show(attempt) {
  try {
    attempt();
    console.log('passed');
  } catch (error) {
    console.log(error.name, error.generatedMessage, '|', error.message);
  }
}
show(() => {
  assert(list.length > 0);
});
show(() => {
  assert.ok(typeof list === 'string');
});
show(() => {
  assert.ok(
    list.includes('entry'),
  );
});
show(() => assert(false, 'with a message'));
show(() => assert.ok(null, new TypeError('an error of my own')));
show(() => assert());
show(() => assert.ok('text'));
