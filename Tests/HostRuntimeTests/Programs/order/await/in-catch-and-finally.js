// await in catch and finally delays the function's end, not its decision.
const note = async (name) => { await null; console.log(name); };
const f = async () => {
  try {
    await Promise.reject(new Error('x'));
  } catch (error) {
    await note('in catch');
    return 'from catch';
  } finally {
    await note('in finally');
  }
};
f().then(console.log);
