// A timer needs a function; strings are refused.
for (const set of [setTimeout, setInterval, setImmediate]) {
  try {
    set('console.log(1)', 10);
  } catch (error) {
    console.log(set.name, error.code);
  }
}
