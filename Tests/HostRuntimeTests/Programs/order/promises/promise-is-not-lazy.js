// A promise stands for work that has already begun; a function delays it.
const eager = new Promise((resolve) => { console.log('eager works'); resolve(); });
const lazy = () => new Promise((resolve) => { console.log('lazy works'); resolve(); });
console.log('nobody asked yet');
eager.then(() => console.log('eager asked'));
lazy().then(() => console.log('lazy asked'));
