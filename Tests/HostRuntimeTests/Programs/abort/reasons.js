for (const reason of [undefined, null, 'text', 0, new RangeError('mine')]) {
  const controller = new AbortController();
  controller.abort(reason);
  try {
    controller.signal.throwIfAborted();
  } catch (thrown) {
    console.log(thrown === controller.signal.reason, typeof thrown, thrown?.name ?? thrown);
  }
}
console.log(AbortSignal.abort('now').reason, AbortSignal.abort().reason instanceof DOMException);
console.log(new AbortController().signal.throwIfAborted());
