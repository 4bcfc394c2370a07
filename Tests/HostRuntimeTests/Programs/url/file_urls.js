const { fileURLToPath, pathToFileURL } = require('url');
for (const input of ['file:///a/b', 'file:/a', 'file:a', 'file:///C:/x/../y', 'file:///C|/x', 'file://localhost/x',
  'file://server/share', 'file:///a/../../b', 'file:\\\\server\\share']) {
  console.log(input, '->', new URL(input).href);
}
console.log(new URL('..', 'file:///C:/').href, new URL('/d', 'file:///C:/a').href);
console.log(fileURLToPath('file:///a%20b/%C3%A9'), fileURLToPath('file:///C:/a/b', { windows: true }));
console.log(pathToFileURL('/a b/é#?%.txt').href, pathToFileURL('C:\\a b\\', { windows: true }).href);
for (const input of ['http://a', 'file://host/a', 'file:///a%2Fb', 5]) {
  try {
    fileURLToPath(input);
  } catch (error) {
    console.log(String(error));
  }
}
