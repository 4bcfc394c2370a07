// Forgetting await makes every condition true.
const allowed = async () => false;
(async () => {
  if (allowed()) console.log('let in by mistake');
  if (await allowed()) console.log('never');
  else console.log('kept out');
  console.log(!!allowed(), typeof allowed(), `${allowed()}`);
})();
