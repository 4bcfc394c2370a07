// What a Response says about itself, and the ways to make one.
const response = new Response('hello', { status: 404, statusText: 'Gone fishing', headers: { 'X-A': '1' } });
console.log(response.ok, response.status, response.statusText, response.type, response.url, response.redirected);
console.log([...response.headers], response.bodyUsed);
console.log(new Response('x'));
console.log(Response.json({ a: 1 }).headers.get('content-type'), Response.error().status, Response.error().type);
console.log(Response.redirect('http://a.test/x', 301).headers.get('location'));
console.log(new Response().body, new Response(null).body, new Response(new URLSearchParams({ a: 'b c' })).headers.get('content-type'));
console.log(Object.prototype.toString.call(response), Object.keys(response));
for (const attempt of [
  () => new Response('x', { status: 99 }), () => new Response('x', { status: 204 }),
  () => Response.redirect('http://a.test', 300), () => Response.json(undefined),
]) {
  try {
    attempt();
  } catch (error) {
    console.log(`${error}`);
  }
}
