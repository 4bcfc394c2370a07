// An exception after resolve is swallowed; one before it rejects.
new Promise((resolve) => { resolve('ok'); throw new Error('lost'); }).then(console.log);
new Promise((resolve) => { throw new Error('seen'); resolve('never'); }).catch((error) => console.log(error.message));
new Promise((resolve) => setTimeout(() => resolve('later'), 15)).then(console.log);
