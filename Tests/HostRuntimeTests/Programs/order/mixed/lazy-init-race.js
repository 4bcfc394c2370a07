// Two callers that both find nothing both initialise; remembering the promise at once avoids it.
let value;
let loads = 0;
const load = async () => { loads += 1; await null; return 'config'; };
const naive = async () => { if (!value) value = await load(); return value; };
let promise;
const safe = () => (promise ??= load());
(async () => {
  await Promise.all([naive(), naive(), naive()]);
  console.log('naive loads', loads);
  loads = 0;
  await Promise.all([safe(), safe(), safe()]);
  console.log('safe loads', loads);
})();
