// SPDX-License-Identifier: MIT
// What a transfer list must not hold.
const { port1, port2 } = new MessageChannel();
const buffer = new ArrayBuffer(4);
const other = new MessageChannel().port1;
const gone = new MessageChannel().port1;
port1.postMessage(gone, [gone]);
const closed = new MessageChannel().port1;
closed.close();

function attempt(name, ...args) {
  try {
    console.log(name, port1.postMessage(...args));
  } catch (error) {
    console.log(name, `${error.name} ${error.code}: ${error.message}`);
  }
}
attempt('nothing at all');
attempt('own port', 1, [port1]);
attempt('buffer twice', buffer, [buffer, buffer]);
attempt('port twice', other, [other, other]);
attempt('not in the list', other);
attempt('not in the list', { deep: [other] }, [buffer]);
attempt('transferred before', 1, [gone]);
attempt('closed', 1, [closed]);
attempt('no object', 1, [5]);
attempt('no transferable', 1, [{}]);
attempt('shared memory', 1, [new SharedArrayBuffer(4)]);
attempt('no list', 1, 5);
attempt('no list', 1, 'text');
attempt('no list', 1, { transfer: 5 });
attempt('no list', 1, { transfer: null });
attempt('null', 1, null);
attempt('empty options', 1, {});
attempt('a set', 1, new Set([buffer]));
console.log(buffer.byteLength);
attempt('detached', buffer);
attempt('detached, in the list', [buffer], [buffer]);
attempt('options', other, { transfer: [other] });
port1.close();
