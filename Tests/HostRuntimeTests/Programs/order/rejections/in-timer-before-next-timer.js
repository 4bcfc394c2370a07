// Rejections are looked at after each task, so before the next timer of the batch.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
setTimeout(() => { console.log('timer 1'); Promise.reject(new Error('of timer 1')); }, 5);
setTimeout(() => { console.log('timer 2'); Promise.reject(new Error('of timer 2')); }, 5);
setTimeout(() => console.log('timer 3'), 5);
const end = performance.now() + 20;
while (performance.now() < end);
