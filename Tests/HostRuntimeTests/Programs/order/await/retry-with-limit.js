// Retrying: each failure is caught by the loop until one attempt succeeds.
let attempts = 0;
const flaky = async () => {
  attempts += 1;
  await null;
  if (attempts < 3) throw new Error(`attempt ${attempts}`);
  return 'worked';
};
async function retry(task, limit) {
  for (let i = 1; ; i++) {
    try {
      return await task();
    } catch (error) {
      console.log(error.message);
      if (i === limit) throw error;
    }
  }
}
retry(flaky, 5).then(console.log);
