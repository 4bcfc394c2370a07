// Field initialisers cannot await, but may start work; the constructor returns before it ends.
const load = async (name) => { console.log('loading', name); await null; console.log('loaded', name); return name; };
class Store {
  ready = load('field');
  static shared = load('static field');
  constructor() { console.log('constructor'); }
  async use() { return `using ${await this.ready} and ${await Store.shared}`; }
}
const store = new Store();
console.log('constructed');
store.use().then(console.log);
