// Calls of next that come too early wait in a queue; their answers keep the order.
async function* g() { for (let i = 1; i <= 3; i++) { console.log('making', i); yield i; } return 'end'; }
const generator = g();
for (let i = 0; i < 5; i++) generator.next().then(({ value, done }) => console.log('call', i, value, done));
console.log('all called');
