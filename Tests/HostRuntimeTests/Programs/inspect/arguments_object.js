// The arguments object is no array: it shows its indices as keys.
function show() {
  console.log(arguments);
  console.log([arguments]);
}
show();
show(1, 'two', { three: 3 });
show(1, 2, 3, 4, 5, 6, 7, 8, 9);
(() => console.log(typeof arguments))();
