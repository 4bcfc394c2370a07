// Any value can be a reason.
for (const reason of [undefined, null, 0, 'text', { code: 7 }]) {
  Promise.reject(reason).catch((value) => console.log(typeof value, value === reason));
}
