console.count();
console.count();
console.count('apples');
console.count('pears');
console.count('apples');
console.countReset('apples');
console.count('apples');
console.countReset();
console.count();
console.count(undefined);
console.count(null);
console.count('null');
console.count(5);
console.count({});
try {
  console.count(Symbol('s'));
} catch (error) {
  console.log(error.name);
}
