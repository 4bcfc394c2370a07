for (const text of ['', 'plain', '😀', '\ud83d', '\ude00', 'a\ud83db', '\ude00\ud83d', '😀\ud83d']) {
  console.log(escape(text), text.isWellFormed(), escape(text.toWellFormed()));
}
console.log(String.prototype.isWellFormed.call(5), String.prototype.toWellFormed.call({}));
try {
  String.prototype.isWellFormed.call(null);
} catch (error) {
  console.log(String(error));
}
