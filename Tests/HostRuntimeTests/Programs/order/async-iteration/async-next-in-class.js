// A queue class that is its own async iterator: pushes wake the waiting consumer.
class Channel {
  #items = []; #waiting = []; #closed = false;
  push(item) {
    if (this.#waiting.length > 0) this.#waiting.shift()({ value: item, done: false });
    else this.#items.push(item);
  }
  close() {
    this.#closed = true;
    for (const wake of this.#waiting) wake({ done: true });
  }
  [Symbol.asyncIterator]() { return this; }
  next() {
    if (this.#items.length > 0) return Promise.resolve({ value: this.#items.shift(), done: false });
    if (this.#closed) return Promise.resolve({ done: true });
    return new Promise((resolve) => this.#waiting.push(resolve));
  }
}
const channel = new Channel();
(async () => { for await (const item of channel) console.log('got', item); console.log('closed'); })();
channel.push('early');
setTimeout(() => channel.push('timer'), 20);
setTimeout(() => { channel.push('last'); channel.close(); console.log('closing'); }, 50);
