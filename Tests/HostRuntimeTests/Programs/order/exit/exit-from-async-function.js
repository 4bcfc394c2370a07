// The function that calls process.exit does not go on.
const main = async () => {
  console.log('working');
  await null;
  process.exit(0);
  console.log('never');
};
main().finally(() => console.log('never'));
