// Thenables that reject count for any and all like promises.
const good = { then: (resolve) => resolve('good') };
const bad = { then: (_, reject) => reject(new Error('bad')) };
Promise.any([bad, good]).then((value) => console.log('any', value));
Promise.all([good, bad]).catch((error) => console.log('all', error.message));
Promise.allSettled([good, bad]).then((list) => console.log(list.map((each) => each.status).join()));
