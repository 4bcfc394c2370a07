// Infinite sequences work because each value is made on demand.
function* naturals() { for (let n = 1; ; n++) { console.log('make', n); yield n; } }
function* map(source, f) { for (const x of source) yield f(x); }
function* take(source, n) { for (const x of source) { if (n-- === 0) return; yield x; if (n === 0) return; } }
console.log([...take(map(naturals(), (n) => n * n), 3)]);
