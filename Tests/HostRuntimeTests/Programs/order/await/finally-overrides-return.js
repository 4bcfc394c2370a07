// A return in finally replaces both a value and an error.
const f = async () => { try { return 'try'; } finally { await null; return 'finally'; } };
const g = async () => { try { throw new Error('lost'); } finally { await null; return 'error replaced'; } };
const h = async () => {
  try {
    return await Promise.reject(new Error('kept'));
  } finally {
    await null;
    console.log('cleaning');
  }
};
f().then(console.log);
g().then(console.log);
h().catch((error) => console.log(error.message));
