// HTML 8.1.4.6, reportError(), step 1: the same steps as for an exception that nothing caught, at once.
onerror = (message) => {
  console.log('onerror:', message);
  return true;
};
reportError(new Error('mine'));
console.log('after');
