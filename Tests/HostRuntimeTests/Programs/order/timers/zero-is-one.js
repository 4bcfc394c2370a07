// Delays below 1, missing or not a number all mean 1, so they share one list with delay 1.
const delays = [1, 0, undefined, -5, NaN, '1', 0.5, null, Infinity];
process.on('warning', () => {});
delays.forEach((delay) => setTimeout(() => console.log(String(delay)), delay));
const end = performance.now() + 10;
while (performance.now() < end);
