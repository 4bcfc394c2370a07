// The ticks of a required module belong to its first loading.
require('./fixtures/queues.cjs');
require('./fixtures/queues.cjs');
setImmediate(() => { require('./fixtures/queues.cjs'); console.log('immediate'); });
