// SPDX-License-Identifier: MIT
async function inner() {
  console.log('inner');
}
async function outer() {
  console.log('outer begins');
  await inner();
  console.log('outer ends');
}
outer();
Promise.resolve().then(() => console.log('job'));
console.log('script');
