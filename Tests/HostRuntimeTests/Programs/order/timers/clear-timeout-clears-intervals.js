// clearTimeout and clearInterval are interchangeable; clearImmediate is not.
const interval = setInterval(() => console.log('never'), 20);
clearTimeout(interval);
const timeout = setTimeout(() => console.log('never'), 20);
clearInterval(timeout);
const immediate = setImmediate(() => console.log('immediate survives'));
clearTimeout(immediate);
