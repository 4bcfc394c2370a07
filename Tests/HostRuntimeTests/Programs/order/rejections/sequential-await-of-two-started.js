// Two started jobs, the second fails while the first is awaited: unhandled; with Promise.all it is not.
process.on('unhandledRejection', (error) => console.log('unhandled', error.message));
const slow = () => new Promise((resolve) => setTimeout(resolve, 40, 'slow'));
const failing = (name) => new Promise((_, reject) => setTimeout(reject, 20, new Error(name)));
(async () => {
  const [a, b] = [slow(), failing('one by one')];
  try { await a; await b; } catch (error) { console.log('caught', error.message); }
  try { await Promise.all([slow(), failing('all')]); } catch (error) { console.log('caught', error.message); }
})();
