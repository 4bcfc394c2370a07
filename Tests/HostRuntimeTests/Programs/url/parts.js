// Every part of a URL, and the URL as console.log shows it.
const url = new URL('https://user:pa%20ss@Example.COM:8080/a/b/../c?x=1&y=2#top');
for (const part of ['href', 'origin', 'protocol', 'username', 'password', 'host', 'hostname', 'port', 'pathname',
  'search', 'hash']) {
  console.log(part, '=', url[part]);
}
console.log(url);
console.log(JSON.stringify({ url }), `${url}`);
