// Three flat handlers of one promise run together; three nested ones need three rounds.
const done = Promise.resolve();
done.then(() => console.log('flat 1'));
done.then(() => console.log('flat 2')).then(() => console.log('child of flat 2'));
done.then(() => console.log('flat 3'));
queueMicrotask(() => queueMicrotask(() => queueMicrotask(() => console.log('third round'))));
done.then(() => console.log('flat 4'));
