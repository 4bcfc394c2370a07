// Domains are lower-cased and Punycode-encoded.
const { domainToASCII, domainToUnicode } = require('url');
for (const domain of ['EXAMPLE.com', 'bücher.de', '中文.com', 'faß.de', 'Ελλάδα.gr', '☕.example', '日本語。jp',
  'xn--bcher-kva.de']) {
  console.log(domain, '->', new URL(`http://${domain}`).host, domainToASCII(domain), domainToUnicode(domain));
}
console.log(JSON.stringify(domainToASCII('xn--iñvalid.com')));
