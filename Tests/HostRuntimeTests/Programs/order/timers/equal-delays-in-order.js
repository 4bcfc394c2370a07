// Timers of one delay run in the order in which they were set.
for (let i = 0; i < 5; i++) setTimeout(() => console.log('timer', i), 20);
