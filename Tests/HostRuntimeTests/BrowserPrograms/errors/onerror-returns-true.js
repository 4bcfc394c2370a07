// HTML 8.1.8.1 "the event handler processing algorithm", steps 4 and 5: window.onerror gets five arguments, and
// cancels the event by returning true.
window.onerror = (message, file, line, column, error) => {
  console.log(message, file.endsWith('.js'), line, column > 0, error.name);
  return true;
};
setTimeout(() => { throw new RangeError('far'); });
