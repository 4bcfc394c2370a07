// emitWarning checks its arguments at once.
for (const bad of [1, {}, undefined]) {
  try {
    process.emitWarning(bad);
  } catch (error) {
    console.log(error.code);
  }
}
