// next(value) is what the waiting yield gives; the first value is lost.
function* talk() {
  const a = yield 'first question';
  console.log('got', a);
  const b = yield `second question after ${a}`;
  console.log('got', b);
  return 'end';
}
const generator = talk();
console.log(generator.next('lost').value);
console.log(generator.next('A').value);
console.log(generator.next('B'));
