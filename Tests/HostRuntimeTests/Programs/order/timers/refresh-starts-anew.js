// refresh starts the same delay again from now.
const timer = setTimeout(() => console.log('refreshed timer'), 60);
setTimeout(() => { console.log('refreshing', timer.refresh() === timer); }, 30);
setTimeout(() => console.log('75'), 75);
setTimeout(() => console.log('120'), 120);
