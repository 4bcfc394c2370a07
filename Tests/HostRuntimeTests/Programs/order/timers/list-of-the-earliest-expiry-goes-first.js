// Which list runs first is decided by the earliest expiry in it.
const block = (ms) => { const end = performance.now() + ms; while (performance.now() < end); };
setTimeout(() => console.log('x: 40'), 40);
setTimeout(() => console.log('y: 15'), 15);
block(10);
setTimeout(() => console.log('z: 15 set later'), 15);
setTimeout(() => console.log('w: 40 set later'), 40);
block(80);
