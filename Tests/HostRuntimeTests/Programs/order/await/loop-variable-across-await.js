// let gives each round its own variable, also across an await; var shares one.
(async () => {
  const later = [];
  for (let i = 0; i < 3; i++) { await null; later.push(() => i); }
  console.log(later.map((f) => f()).join());
  const shared = [];
  for (var j = 0; j < 3; j++) { await null; shared.push(() => j); }
  console.log(shared.map((f) => f()).join());
})();
