// What a Request takes over from another one, and what it refuses.
(async () => {
  const request = new Request('http://a.test/b?c=d#e', { method: 'post', body: 'x', headers: { 'X-A': '1' } });
  console.log(request.method, request.url, [...request.headers], request.bodyUsed);
  console.log(request);
  const copy = new Request(request, { headers: { 'X-B': '2' } });
  console.log(request.bodyUsed, copy.method, [...copy.headers], await copy.text());
  const clone = copy.bodyUsed;
  console.log(clone, new Request('http://a.test', { method: 'patch' }).method, new Request('http://a.test').signal.aborted);
  const signal = AbortSignal.abort('why');
  console.log(new Request('http://a.test', { signal }).signal.reason);
  for (const attempt of [
    () => new Request(), () => new Request('/relative'), () => new Request('http://u:p@a.test/'),
    () => new Request('http://a.test', { method: 'a b' }), () => new Request('http://a.test', { method: 'trace' }),
    () => new Request('http://a.test', { body: 'x' }), () => new Request('http://a.test', { signal: 5 }),
    () => new Request(request),
  ]) {
    try {
      attempt();
    } catch (error) {
      console.log(`${error}`, error.cause?.code);
    }
  }
})();
