// HTML 8.1.4.7 "notify about rejected promises", step 4.1.3: what no listener cancelled goes to the console. The page
// goes on.
Promise.reject(new Error('lost'));
Promise.reject(undefined);
setTimeout(() => console.log('the page goes on'), 5);
