// refresh on a timer that has fired sets it again; after clearTimeout it does nothing.
let shots = 0;
const timer = setTimeout(() => {
  console.log('shot', ++shots);
  if (shots < 3) timer.refresh();
}, 20);
const cleared = setTimeout(() => console.log('never'), 20);
clearTimeout(cleared);
cleared.refresh();
