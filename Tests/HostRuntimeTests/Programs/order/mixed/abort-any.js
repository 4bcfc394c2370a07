// AbortSignal.any follows the first of several signals.
const a = new AbortController();
const b = new AbortController();
const any = AbortSignal.any([a.signal, b.signal]);
any.addEventListener('abort', () => console.log('any aborted:', any.reason));
b.signal.addEventListener('abort', () => console.log('b aborted'));
b.abort('b');
a.abort('a');
console.log(AbortSignal.any([AbortSignal.abort('already')]).reason);
