const controller = new AbortController();
const unheard = AbortSignal.any([controller.signal]);
controller.signal.addEventListener('abort', () => console.log('during:', unheard.aborted));
controller.abort('done');
console.log('after:', unheard.aborted, unheard.reason);
unheard.addEventListener('abort', () => console.log('too late'));
