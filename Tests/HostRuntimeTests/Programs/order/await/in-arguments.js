// Arguments are evaluated left to right; what stands left of an await is evaluated before it.
const note = (name) => { console.log('evaluated', name); return name; };
const show = (...names) => console.log('called with', names.join());
(async () => {
  show(note('a'), await note('b'), note('c'), await note('d'));
})();
console.log('script goes on');
