// One promise may stand in a list several times.
const once = new Promise((resolve) => { console.log('work'); setImmediate(resolve, 'value'); });
Promise.all([once, once, once]).then(console.log);
