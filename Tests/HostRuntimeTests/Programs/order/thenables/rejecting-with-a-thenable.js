// reject does not unwrap thenables.
const thenable = { then(resolve) { resolve('unwrapped'); } };
Promise.resolve({ then(_, reject) { reject(thenable); } }).catch((reason) => console.log(reason === thenable));
Promise.reject(thenable).catch((reason) => reason).then((value) => console.log(value));
