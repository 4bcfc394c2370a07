// The reason is what abort was given, or an AbortError; timeouts have their own name.
const given = new AbortController();
given.abort('because');
console.log(given.signal.reason);
const plain = new AbortController();
plain.abort();
plain.abort('too late');
console.log(plain.signal.reason.name, plain.signal.reason instanceof DOMException);
try { given.signal.throwIfAborted(); } catch (reason) { console.log('thrown', reason); }
const timeout = AbortSignal.timeout(20);
timeout.addEventListener('abort', () => console.log(timeout.reason.name));
setTimeout(() => console.log('keeps the process alive'), 80);
