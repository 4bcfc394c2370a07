// Of nothing: all and allSettled fulfil at once, any rejects, race waits for ever.
Promise.all([]).then((list) => console.log('all', list));
Promise.allSettled([]).then((list) => console.log('allSettled', list));
Promise.any([]).catch((error) => console.log('any', error.constructor.name, error.errors));
Promise.race([]).then(() => console.log('never'));
queueMicrotask(() => console.log('microtask'));
