// A body is read once; a clone is another body; a lock keeps others out.
async function attempt(label, work) {
  try {
    console.log(label, await work());
  } catch (error) {
    console.log(label, `${error}`, error.code);
  }
}
(async () => {
  const text = new Response('hello');
  await attempt('text', () => text.text());
  await attempt('again', () => text.json());
  await attempt('clone', () => text.clone());
  console.log(text.bodyUsed);
  const original = new Response('{"a": [1, 2]}');
  const copy = original.clone();
  await attempt('json', () => original.json());
  await attempt('copy', () => copy.text());
  await attempt('bad json', () => new Response('nope').json());
  await attempt('bytes', async () => new Uint8Array(await new Response('äh').arrayBuffer()));
  await attempt('view', () => new Response(new Uint8Array([104, 105])).text());
  await attempt('buffer', () => new Response(new Uint8Array([104, 105]).buffer).text());
  await attempt('empty', async () => [await new Response().text(), new Response().bodyUsed]);
  await attempt('mark', () => new Response('\ufeffx').text());
  await attempt('query', () => new Response(new URLSearchParams({ a: 'b c' })).text());
  const locked = new Response('abc');
  const reader = locked.body.getReader();
  console.log(locked.bodyUsed, locked.body.locked);
  await attempt('locked', () => locked.text());
  await attempt('read', () => reader.read());
  await attempt('end', () => reader.read());
  console.log(locked.bodyUsed);
  const chunks = new Response('abc');
  for await (const chunk of chunks.body) console.log(chunk);
  await attempt('after chunks', () => chunks.text());
  const left = new Response('abc');
  for await (const chunk of left.body) break;
  await attempt('left', () => left.text());
})();
