console.log(JSON.parse('{"a":[1,{"b":null}],"__proto__":5}'), JSON.parse(' 1 '), JSON.parse('"\\u0041\\n"'),
  JSON.parse(null));
console.log(JSON.parse('{"a":1,"b":[2,3]}', (key, value) => (typeof value === 'number' ? value * 2 : value)));
console.log(JSON.parse.name, JSON.parse.length, Object.keys(JSON));
try {
  JSON.parse('[1]', () => { throw new SyntaxError('from the reviver'); });
} catch (error) {
  console.log(error.message);
}
const deep = '['.repeat(5000) + ']'.repeat(5000);
console.log(Array.isArray(JSON.parse(deep)));
