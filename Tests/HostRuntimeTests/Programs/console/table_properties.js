const rows = [{ id: 1, name: 'one', size: 10 }, { id: 2, name: 'two' }];
console.table(rows, ['name']);
console.table(rows, ['size', 'id']);
console.table(rows, ['absent']);
console.table(rows, []);
console.table([1, { id: 2 }], ['id']);
console.table([[1, 2], [3, 4]], [1]);
console.table('no object', ['id']);
for (const wrong of [5, 'name', {}]) {
  try {
    console.table(rows, wrong);
  } catch (error) {
    console.log(error.code, error.message);
  }
}
