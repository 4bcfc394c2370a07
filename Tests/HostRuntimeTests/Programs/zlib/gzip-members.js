// Several members behind each other are one text; zeros after them are padding, anything else is an error.
const zlib = require('node:zlib');
const member = zlib.gzipSync('hello');
const show = (name, ...parts) => {
  try {
    console.log(name, zlib[name](Buffer.concat(parts.map((part) => Buffer.from(part)))).toString());
  } catch (error) {
    console.log(name, error.code, error.message);
  }
};
for (const name of ['gunzipSync', 'unzipSync']) {
  show(name, member, member, member);
  show(name, member, [0, 0, 0]);
  show(name, member, [0], member);
  show(name, member, 'junk');
  for (const rest of [[0x1f], [0x1f, 0x8b], [0x1f, 0x8b, 8, 0], [0x1f, 1, 2]]) show(name, member, rest);
}
const deflated = zlib.deflateSync('hello');
show('inflateSync', deflated, deflated);
show('inflateSync', deflated, 'junk');
show('unzipSync', deflated, 'junk');
// Made by the gzip command: with a name and a time in its header.
const foreign = 'H4sICAEAAAAAA2EudHh0AEtMSk5JTUvPyMzKzgEAJBt49gwAAAA=';
console.log(zlib.gunzipSync(Buffer.from(foreign, 'base64')).toString());
