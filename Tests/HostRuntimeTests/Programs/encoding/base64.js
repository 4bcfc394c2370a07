console.log(btoa('hello'), btoa(''), btoa('\x00\xff'), btoa(5), atob('aGVsbG8='), atob(' aG Vs\nbG8 '), atob('YQ'));
for (const attempt of [() => btoa('中'), () => atob('a'), () => atob('a==='), () => atob('*'), () => btoa(),
  () => atob()]) {
  try {
    console.log(attempt());
  } catch (error) {
    console.log(error.name, error.code, error.message, error instanceof DOMException);
  }
}
let text = '';
for (let i = 0; i < 256; i++) text += String.fromCharCode(i);
console.log(btoa(text), atob(btoa(text)) === text);
