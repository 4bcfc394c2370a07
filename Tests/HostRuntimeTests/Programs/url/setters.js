// Setters apply the parser to one part and ignore what does not fit.
const show = (change, url = new URL('https://user@host:444/path?query#hash')) => {
  change(url);
  console.log(url.href);
};
show((url) => { url.protocol = 'http'; });
show((url) => { url.protocol = 'foo'; });
show((url) => { url.username = 'a:b'; });
show((url) => { url.password = ''; });
show((url) => { url.host = 'other:1'; });
show((url) => { url.host = 'other'; });
show((url) => { url.hostname = 'other:1'; });
show((url) => { url.hostname = ''; });
show((url) => { url.port = '443'; });
show((url) => { url.port = ''; });
show((url) => { url.port = '70000'; });
show((url) => { url.port = '8x'; });
show((url) => { url.pathname = 'a/../b?c#d'; });
show((url) => { url.search = 'a#b'; });
show((url) => { url.search = ''; });
show((url) => { url.hash = '#x y'; });
show((url) => { url.hash = ''; });
show((url) => { url.href = 'ftp://x'; });
show((url) => { url.pathname = 'x'; }, new URL('mailto:a@b'));
try {
  show((url) => { url.href = 'nope'; });
} catch (error) {
  console.log(String(error), error.input);
}
