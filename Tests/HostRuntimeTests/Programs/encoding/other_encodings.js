for (const label of ['UTF8', ' utf-8 ', 'utf-16', 'ucs-2', 'latin1', 'ascii', 'iso-8859-1', 'utf-16be', 'unknown',
  '']) {
  try {
    console.log(JSON.stringify(label), new TextDecoder(label).encoding);
  } catch (error) {
    console.log(JSON.stringify(label), String(error));
  }
}
console.log(new TextDecoder('utf-16le').decode(new Uint8Array([0x61, 0, 0x3d, 0xd8, 0, 0xde])));
console.log(new TextDecoder('latin1').decode(new Uint8Array([0x61, 0xe9, 0xff])));
console.log(JSON.stringify(new TextDecoder('utf-16le').decode(new Uint8Array([0, 0xdc, 0x61]))));
