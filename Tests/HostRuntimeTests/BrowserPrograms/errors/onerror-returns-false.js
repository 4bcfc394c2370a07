// HTML 8.1.8.1 "the event handler processing algorithm", step 5: any value but true leaves the error to the console.
window.onerror = () => {
  console.log('onerror');
  return 1;
};
throw new Error('not handled');
