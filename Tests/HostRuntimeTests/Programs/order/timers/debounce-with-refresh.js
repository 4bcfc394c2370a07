// Debouncing: each call refreshes one timer; the action runs once things are quiet.
let timer;
const debounced = (name) => {
  console.log('call', name);
  if (timer) timer.refresh();
  else timer = setTimeout(() => console.log('action'), 60);
};
debounced(1);
setTimeout(debounced, 30, 2);
setTimeout(debounced, 65, 3);
setTimeout(() => console.log('still quiet'), 100);
