// SPDX-License-Identifier: MIT
console.log('await 1', `new Promise(${1 + 1})`, /await (x)/.source);
console.log(await_is_a_name());
function await_is_a_name() {
  const await = '🚀 await';
  return await;
}
