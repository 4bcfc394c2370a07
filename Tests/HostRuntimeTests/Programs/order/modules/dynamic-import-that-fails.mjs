// A module that throws rejects every import of it with the same error, and runs once.
const errors = [];
for (let i = 0; i < 2; i++) await import('./fixtures/broken.mjs').catch((error) => errors.push(error));
console.log(errors[0].message, errors[0] === errors[1]);
