// copy and write put bytes into a buffer and say how many; a character is never cut in two.
const fresh = () => Buffer.from([1, 2, 3, 4, 5, 6, 7, 8]);
const show = (act) => {
  const target = fresh();
  try {
    console.log(act(target), target);
  } catch (error) {
    console.log(error.name, error.code, error.message);
  }
};
for (const range of [
  [], [1, 2, 4], [1], [8], [0, 8], [0, 20], [-1], [0, -1], [0, 0, -1], [0, 5, 2], [0, 5, 200], ['1', '2', '4'],
  [NaN], [1.7],
]) {
  show((target) => Buffer.from('abcdefgh').copy(target, ...range));
}
show((target) => target.copy(target, 2, 0));
show((target) => target.copy('a'));
for (const args of [
  ['abc'], ['abc', 6], ['abc', 1, 2], ['abc', 1, 20], ['abc', 1, -2], ['abc', 9], ['abc', 8], ['abc', 1.5],
  ['abcd', 'hex'], ['abcd', 2, 'hex'], ['abcd', 2, 1, 'hex'], ['€€', 0, 5], ['😀😀', 0, 7], ['€€', 0, 3, 'ucs2'],
  ['YWJj', 0, 2, 'base64'], ['abc', 0, 3, 'nope'], ['abc', 'nope'], ['abc', null], ['abc', undefined, 1], [5], [],
]) show((target) => target.write(...args));
