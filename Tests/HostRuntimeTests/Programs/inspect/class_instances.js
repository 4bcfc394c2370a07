class Point {
  #secret = 1;
  static origin = 'static';
  x = 1;
  y = 2;
  get length() { return Math.hypot(this.x, this.y); }
  move() {}
}
class Point3 extends Point { z = 3; }
class Empty {}
console.log(new Point(), new Point3(), new Empty());
console.log([new Point(), [new Empty()]]);
console.log({ a: { b: { c: new Point(), d: new Empty() } } });
console.log(new (class { x = 1; })(), new (class extends Point {})());
function Old(name) { this.name = name; }
console.log(new Old('constructor function'), Old.prototype, Point.prototype, Point3.prototype);
Old.prototype.shared = true;
console.log(new Old('x'), Object.create(Point.prototype), Object.create(new Point()));
