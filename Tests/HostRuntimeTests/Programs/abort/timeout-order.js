// SPDX-License-Identifier: MIT
// Timeout signals abort in the order of their times, as tasks: microtasks run between two of them.
const order = [];
for (const delay of [60, 20, 40]) {
  AbortSignal.timeout(delay).addEventListener('abort', ({ target }) => {
    order.push(`${delay}: ${target.reason.name}`);
    Promise.resolve().then(() => order.push(`microtask of ${delay}`));
  });
}
setTimeout(() => console.log(order), 90);
