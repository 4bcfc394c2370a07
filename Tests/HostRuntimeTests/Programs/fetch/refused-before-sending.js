// What fetch refuses before anything is sent.
async function attempt(label, ...args) {
  try {
    await fetch(...args);
  } catch (error) {
    console.log(label, `${error}`, error instanceof TypeError, error?.cause?.code);
  }
}
(async () => {
  console.log(typeof fetch, fetch.name, fetch.length);
  await attempt('nothing');
  await attempt('relative', '/users');
  await attempt('aborted', 'http://a.test/', { signal: AbortSignal.abort() });
  await attempt('reason', 'http://a.test/', { signal: AbortSignal.abort('why') });
  await attempt('body', 'http://a.test/', { body: 'x' });
  await attempt('method', 'http://a.test/', { method: 'a b' });
  await attempt('signal', 'http://a.test/', { signal: 5 });
  await attempt('credentials', 'http://u:p@a.test/');
})();
