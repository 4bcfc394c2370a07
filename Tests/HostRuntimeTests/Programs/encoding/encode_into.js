// Only whole characters are written.
const encoder = new TextEncoder();
for (let size = 0; size <= 11; size++) {
  const target = new Uint8Array(size);
  console.log(size, encoder.encodeInto('aé中😀z', target), target.join());
}
for (const args of [['a'], [5, new Uint8Array(1)], ['a', []]]) {
  try {
    encoder.encodeInto(...args);
  } catch (error) {
    console.log(String(error));
  }
}
