// Static blocks and fields run in order when the class is evaluated; async calls in them only start.
const note = async (name) => { console.log('before', name); await null; console.log('after', name); };
class Config {
  static first = note('first');
  static { note('block'); }
  static last = note('last');
}
console.log('class evaluated');
