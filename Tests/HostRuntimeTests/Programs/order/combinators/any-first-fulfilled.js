// any skips rejections; only when all fail does it reject with all reasons, in order of position.
const fail = (ms, name) => new Promise((_, reject) => setTimeout(reject, ms, new Error(name)));
Promise.any([fail(20, 'x'), new Promise((resolve) => setTimeout(resolve, 50, 'won'))]).then(console.log);
Promise.any([fail(60, 'late'), fail(30, 'early')]).catch((error) => {
  console.log(error.name, error.errors.map((each) => each.message));
});
