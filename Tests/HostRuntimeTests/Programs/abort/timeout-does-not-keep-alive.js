AbortSignal.timeout(50).addEventListener('abort', () => console.log('never printed'));
process.on('exit', () => console.log('the loop is empty'));
