// Two chains of one promise are independent: an error in one does not reach the other.
const source = Promise.resolve('source');
source.then(() => { throw new Error('left'); }).catch((error) => console.log(error.message));
source.then((value) => console.log('right', value)).then(() => console.log('right goes on'));
