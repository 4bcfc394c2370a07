// JSON.parse says what is wrong and where.
for (const text of ['', 'abc', '{', '{a', '{"a"', '{"a" 1}', '{"a":1', '{"a":1,}', '{"a":1,"b" 2}', '[1', '[1,]',
  '[1 2]', '1 2', '"a',
  '"\\x"', '"\\u12g"', '"a\nb"', '-', '1.', '1e+', '01', 'tru', 'nulL', 'undefined', 'NaN', '{"a":x}', "{'a':1}", '{}}',
  `[1,2,3,4,5,6,7,8,9,10,11,x,12,13,14,15,16]`, 'x'.repeat(30), '[1,2,3,4,5,6,7,8,9,10,11,x']) {
  try {
    console.log(JSON.parse(text));
  } catch (error) {
    console.log(`${error}`);
  }
}
for (const value of [undefined, {}, [], () => {}, Symbol('s')]) {
  try {
    JSON.parse(value);
  } catch (error) {
    console.log(error.name, error.message);
  }
}
