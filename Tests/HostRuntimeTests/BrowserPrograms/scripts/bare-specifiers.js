// HTML 8.1.5.1 "The resolution algorithm", its last step: a specifier that is no URL and does not begin with "/",
// "./" or "../" is a TypeError.
for (const specifier of ['node:fs', 'lodash', './fixtures/missing.js']) {
  await import(specifier).catch((error) => console.log(error.constructor.name, /specifier|fetch/.exec(error.message)[0]));
}
