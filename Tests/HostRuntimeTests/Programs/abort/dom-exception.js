const error = new DOMException('no entry', 'NotFoundError');
console.log(error.name, error.message, error.code, DOMException.NOT_FOUND_ERR);
console.log(error instanceof Error, error instanceof DOMException, String(error));
console.log(Object.prototype.toString.call(error), Object.keys(error));
console.log(new DOMException().name, new DOMException('m', 'OwnName').code);
const wrapped = new DOMException('outer', { name: 'DataCloneError', cause: error });
console.log(wrapped.code, wrapped.cause === error);
console.log(error.stack.split('\n')[0]);
try {
  DOMException.prototype.name;
} catch (wrongThis) {
  console.log(wrongThis.name, wrongThis.code);
}
