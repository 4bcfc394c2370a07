// How many microtasks each combinator takes with settled promises.
const settled = () => Promise.resolve(1);
Promise.all([settled(), settled()]).then(() => console.log('all'));
Promise.race([settled(), settled()]).then(() => console.log('race'));
Promise.any([settled(), settled()]).then(() => console.log('any'));
Promise.allSettled([settled(), settled()]).then(() => console.log('allSettled'));
settled().then(() => console.log('round 1')).then(() => console.log('round 2')).then(() => console.log('round 3'));
