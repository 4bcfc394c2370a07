// Each element passes through the constructor's resolve, read once.
class Counting extends Promise {
  static resolve(value) { console.log('resolve', typeof value); return super.resolve(value); }
}
Counting.all([1, Promise.resolve(2)]).then((list) => console.log(list));
console.log('script');
