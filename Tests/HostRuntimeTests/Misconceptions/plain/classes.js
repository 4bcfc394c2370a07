// SPDX-License-Identifier: MIT
class Stack {
  #items = [];
  static of(...items) {
    const stack = new Stack();
    for (const item of items) stack.push(item);
    return stack;
  }
  push(item) {
    this.#items.push(item);
    return this;
  }
  *[Symbol.iterator]() {
    yield* this.#items.reverse();
  }
}
console.log([...Stack.of('a', 'b', 'c')]);
