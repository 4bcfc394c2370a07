// An error in a module's body comes out of require, and the next require tries again.
for (const attempt of [1, 2]) {
  try {
    require('./fixtures/throws.cjs');
  } catch (error) {
    console.log(attempt, error.message);
  }
}
