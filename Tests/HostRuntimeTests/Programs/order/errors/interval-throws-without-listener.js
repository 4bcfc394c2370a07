// One throwing round is enough to end the process.
let rounds = 0;
process.on('exit', (code) => console.log('exit', code, 'rounds', rounds));
setInterval(() => { if (++rounds === 2) throw new Error('second round'); }, 20);
