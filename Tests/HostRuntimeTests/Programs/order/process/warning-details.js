// What emitWarning takes: type, code, detail, or a whole Error.
process.on('warning', ({ name, message, code, detail }) => console.log(name, message, code, detail));
process.emitWarning('plain');
process.emitWarning('with code', { type: 'Special', code: 'W001', detail: 'more' });
process.emitWarning(Object.assign(new Error('an error'), { name: 'ErrorWarning' }));
process.emitWarning('positional', 'Positional', 'W002');
