// What makes a URL invalid, and what the error carries.
for (const input of ['', 'example.com', '/path', 'http://', 'http://a b', 'http://a:99999', 'http://[::1', 'http://%',
  'http://a@', 'http://1.2.3.4.5', 'http://0x100000000', 'http://exa<mple', '//host']) {
  try {
    console.log('valid', new URL(input).href);
  } catch (error) {
    console.log(error.name, error.code, error.message, JSON.stringify(error.input), Object.keys(error).join());
  }
}
try {
  new URL('x', 'y');
} catch (error) {
  console.log(error.input, error.base, error instanceof TypeError, String(error));
}
try {
  new URL();
} catch (error) {
  console.log(String(error));
}
