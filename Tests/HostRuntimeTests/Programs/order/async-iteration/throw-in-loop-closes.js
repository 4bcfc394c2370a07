// An error in the body closes the generator before it goes on.
async function* g() { try { yield 1; yield 2; } finally { console.log('closed'); } }
(async () => {
  try {
    for await (const value of g()) throw new Error(`at ${value}`);
  } catch (error) {
    console.log('caught', error.message);
  }
})();
