// Each part has its own set of characters to encode.
const text = ' !"#$%&\'()*+,/:;<=>?@[\\]^_`{|}~é😀';
for (const part of ['username', 'password', 'pathname', 'search', 'hash']) {
  const url = new URL('http://host/');
  url[part] = text;
  console.log(part, url[part]);
}
console.log(new URL('foo:a b\'<>"`{}?\'').href);
console.log(new URL('http://h/%zz%41%c3%a9').pathname);
console.log(new URLSearchParams({ text }).toString());
