// An interval that unreferences itself does not come back.
const interval = setInterval(() => { console.log('once'); interval.unref(); }, 20);
process.on('exit', () => console.log('exit', interval.hasRef()));
