// A query object with a then method starts only when awaited, and again each time.
class Query {
  #parts = [];
  where(part) { this.#parts.push(part); return this; }
  then(resolve, reject) {
    console.log('running');
    return Promise.resolve(this.#parts.join(' and ')).then(resolve, reject);
  }
}
(async () => {
  const query = new Query().where('a').where('b');
  console.log('built');
  console.log(await query);
  console.log(await query);
})();
