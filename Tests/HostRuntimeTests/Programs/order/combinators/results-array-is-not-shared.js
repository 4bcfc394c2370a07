// A handler that changes the result array changes it for other handlers of the same promise.
const all = Promise.all([1, 2]);
all.then((list) => { list.push(3); console.log('first', list.length); });
all.then((list) => console.log('second', list.length));
Promise.all([1, 2]).then((list) => console.log('own list', list.length));
