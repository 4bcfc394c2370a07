// HTML 8.1.4.4 "run a module script", step 8: a rejection of the evaluation is reported like an exception: an error
// event, no unhandledrejection.
addEventListener('error', (event) => console.log('error', event.message));
addEventListener('unhandledrejection', () => console.log('never'));
await null;
throw new Error('in a module');
