// An unreferenced timer runs only if something else keeps the loop alive until then.
setTimeout(() => console.log('early unref runs'), 20).unref();
setTimeout(() => console.log('late unref: never'), 200).unref();
setTimeout(() => console.log('keeps the loop alive'), 60);
process.on('exit', () => console.log('exit'));
