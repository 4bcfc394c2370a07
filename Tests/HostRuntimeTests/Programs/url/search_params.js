// Reading and changing a query.
const params = new URLSearchParams('?a=1&b=2&a=3&c&=empty&d=%20+%zz');
console.log(params, params.size, params.toString());
console.log(params.get('a'), params.getAll('a'), params.get('none'), params.get('d'), params.has('c'), params.has('a',
  '3'));
params.append('e', 'é&=');
params.set('a', 'only');
params.delete('b');
params.delete('c', 'other');
console.log(params.toString());
params.sort();
console.log([...params]);
params.forEach((value, name, self) => console.log(name, value, self === params));
