// The handle of an immediate has ref, unref and hasRef.
const handle = setImmediate(function () { console.log(this === handle, this.constructor.name); });
console.log(handle.hasRef(), handle.unref().hasRef(), handle.ref().hasRef());
