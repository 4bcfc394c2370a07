// Timer callbacks get further arguments; this is the timer.
let rounds = 0;
const interval = setInterval(function (a, b) {
  console.log(a, b, this === interval);
  if (++rounds === 2) clearInterval(this);
}, 20, 'a', 'b');
setTimeout(function () { console.log('this is a', this.constructor.name); }, 90);
