// The examples of RFC 3986, section 5.4, against one base.
const base = 'http://a/b/c/d;p?q';
for (const reference of ['g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', '', '.',
  './', '..', '../', '../g', '../..', '../../', '../../g', '../../../g', '/./g', '/../g', 'g.', '.g', './g/.',
  'g/../h', 'g;x=1/../y', 'http:g']) {
  console.log(JSON.stringify(reference), '->', new URL(reference, base).href);
}
