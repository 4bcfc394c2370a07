// An object whose then is no function is an ordinary value.
Promise.resolve({ then: 'text' }).then((value) => console.log(value.then));
(async () => console.log((await { then: null, x: 1 }).x))();
