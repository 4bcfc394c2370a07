// A short timer set late can expire after a long one set early.
setTimeout(() => console.log('60 set at 0'), 60);
setTimeout(() => setTimeout(() => console.log('20 set at 20'), 20), 20);
setTimeout(() => setTimeout(() => console.log('20 set at 70'), 20), 70);
setTimeout(() => console.log('120 set at 0'), 120);
