// A module is strict, has no this and no require.
console.log(this, typeof require, typeof module, typeof import.meta.url);
try {
  undeclared = 1;
} catch (error) {
  console.log(error.name);
}
