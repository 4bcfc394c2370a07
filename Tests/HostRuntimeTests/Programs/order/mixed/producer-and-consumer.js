// A queue between a producer on timers and a consumer that awaits.
const items = [];
let wake = () => {};
const put = (item) => { items.push(item); console.log('put', item); wake(); };
const take = async () => {
  while (items.length === 0) await new Promise((resolve) => { wake = resolve; });
  return items.shift();
};
(async () => { for (let i = 0; i < 3; i++) console.log('took', await take()); })();
put('a');
setTimeout(put, 20, 'b');
setTimeout(put, 50, 'c');
