// Every kind of function can be async except getters and constructors; a getter may return a promise.
class Account {
  static async open() { await null; return new Account(); }
  async read() { return 'read'; }
  get balance() { return Promise.resolve(7); }
  arrow = async () => this.constructor.name;
  async *[Symbol.asyncIterator]() { yield 'iterated'; }
  async ['computed' + 1]() { return 'computed'; }
}
(async () => {
  const account = await Account.open();
  console.log(await account.read(), await account.balance, await account.arrow(), await account.computed1());
  for await (const value of account) console.log(value);
})();
