// exitCode takes integers and texts of integers only.
for (const value of ['2', 'x', 1.5, undefined, null]) {
  try {
    process.exitCode = value;
    console.log('set', process.exitCode);
  } catch (error) {
    console.log(error.code);
  }
}
