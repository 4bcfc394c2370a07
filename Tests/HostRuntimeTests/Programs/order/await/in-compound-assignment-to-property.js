// obj.x += await y reads obj.x before the await and writes after it: a change between them is lost.
const account = { balance: 100 };
const fee = async () => { await null; return 10; };
(async () => {
  account.balance -= await fee();
  console.log('with lost change', account.balance);
})();
account.balance += 50;
console.log('meanwhile', account.balance);
