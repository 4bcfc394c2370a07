// DOM 2.9 "Dispatching events", steps 6.13 and 6.14: down the tree to the target in the capturing phase, then up
// again; stopPropagation() ends the way after the listeners of one target.
const outer = document.createElement('div');
const inner = document.createElement('p');
document.body.append(outer);
outer.append(inner);
const log = (name) => (event) => console.log(name, event.eventPhase, event.target === inner);
window.addEventListener('click', log('window, capturing'), true);
outer.addEventListener('click', log('outer, capturing'), { capture: true });
outer.addEventListener('click', log('outer'));
inner.addEventListener('click', log('inner'));
document.addEventListener('click', (event) => event.stopPropagation());
window.addEventListener('click', log('never'));
inner.click();
