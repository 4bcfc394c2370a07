// Ending inside a microtask: later microtasks never run.
Promise.resolve().then(() => console.log('one')).then(() => console.log('never'));
Promise.resolve().then(() => process.exit(2)).catch(() => console.log('never'));
Promise.resolve().then(() => console.log('never'));
