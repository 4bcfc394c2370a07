const encoder = new TextEncoder();
console.log(encoder, encoder.encoding, encoder.encode('aé中😀'), encoder.encode(), encoder.encode(null));
console.log(encoder.encode('lone \ud800 surrogate').length, encoder.encode('\udc00'));
console.log(Object.prototype.toString.call(encoder), Object.keys(TextEncoder.prototype).join());
