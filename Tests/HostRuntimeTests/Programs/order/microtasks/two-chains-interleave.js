// Two chains take turns: each link queues the next only when it has run.
const chain = (name) => {
  let promise = Promise.resolve();
  for (let i = 1; i <= 3; i++) promise = promise.then(() => console.log(name, i));
};
chain('a');
chain('b');
chain('c');
