// Without try in the consumer the generator's error rejects the consumer's promise.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
async function* g() { yield 1; throw new Error('in generator'); }
(async () => { for await (const value of g()) console.log(value); })();
