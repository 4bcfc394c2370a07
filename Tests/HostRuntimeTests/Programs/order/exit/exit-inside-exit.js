// process.exit inside an exit listener ends at once with the new code.
process.on('exit', (code) => { console.log('first', code); process.exit(6); });
process.on('exit', () => console.log('never'));
process.exit(5);
