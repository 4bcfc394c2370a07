// A semaphore with two permits: waiting jobs enter in order as permits come back.
class Semaphore {
  #free; #waiting = [];
  constructor(free) { this.#free = free; }
  async acquire() {
    if (this.#free > 0) this.#free -= 1;
    else await new Promise((resolve) => this.#waiting.push(resolve));
  }
  release() {
    if (this.#waiting.length > 0) this.#waiting.shift()();
    else this.#free += 1;
  }
}
const semaphore = new Semaphore(2);
const job = async (name, ms) => {
  await semaphore.acquire();
  console.log('enter', name);
  await new Promise((resolve) => setTimeout(resolve, ms));
  console.log('leave', name);
  semaphore.release();
};
Promise.all([job('a', 80), job('b', 30), job('c', 20), job('d', 70)]).then(() => console.log('all left'));
