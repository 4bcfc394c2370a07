// Three immediately called async functions interleave at their awaits.
for (const name of ['x', 'y', 'z']) {
  (async () => {
    console.log(name, 1);
    await name;
    console.log(name, 2);
    await Promise.resolve(name);
    console.log(name, 3);
  })();
}
console.log('script');
