// What takes how many rounds: the shorter chain prints first, though it was started last.
const rounds = (n) => Array.from({ length: n }).reduce((promise) => promise.then(() => {}), Promise.resolve());
rounds(6).then(() => console.log('six'));
rounds(3).then(() => console.log('three'));
rounds(1).then(() => console.log('one'));
rounds(0).then(() => console.log('zero'));
