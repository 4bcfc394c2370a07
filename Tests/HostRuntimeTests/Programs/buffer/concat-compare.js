// Joining and ordering buffers.
const show = (make) => {
  try {
    console.log(make());
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
const list = [Buffer.from('abc'), new Uint8Array([1, 2])];
for (const length of [undefined, 0, 2, 4, 8, -1, 1.5, '3', null]) show(() => Buffer.concat(list, length));
for (const bad of [undefined, ['a'], [Buffer.from('a'), 5], [new Uint16Array(3)], []]) show(() => Buffer.concat(bad));
const sorted = ['b', 'a', '', 'ab', 'aa', 'é'].map((text) => Buffer.from(text)).sort(Buffer.compare);
console.log(sorted.map(String));
show(() => Buffer.compare(Buffer.from('a'), 'b'));
show(() => Buffer.compare('a', Buffer.from('b')));
const ten = Buffer.from([1, 2, 3, 4, 5, 6, 7, 8, 249, 250]);
for (const range of [
  [], [2], [0, 5, 0, 5], [0, 5, 1, 5], [10], [5, 2], [0, 5, 7, 2], [0, 5, 11], [0, 11], [0, 5, 0, 11], [-1], [1.5],
  ['1'],
]) {
  show(() => ten.compare(Buffer.from(ten), ...range));
}
show(() => [ten.equals(Buffer.from(ten)), ten.equals(new Uint8Array(ten)), ten.equals(ten.subarray(1))]);
show(() => ten.equals('a'));
