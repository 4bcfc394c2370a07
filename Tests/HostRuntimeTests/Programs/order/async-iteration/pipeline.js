// Async generators compose; values flow one at a time through the whole pipeline.
async function* source() { for (const n of [1, 2, 3]) { console.log('source', n); yield n; } }
async function* odd(values) { for await (const n of values) if (n % 2) yield n; }
async function* double(values) { for await (const n of values) { console.log('double', n); yield n * 2; } }
(async () => { for await (const n of double(odd(source()))) console.log('sink', n); })();
