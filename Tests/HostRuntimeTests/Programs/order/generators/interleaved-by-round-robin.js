// Two generators as tasks, interleaved by a loop: cooperative scheduling without promises.
function* task(name, steps) { for (let i = 1; i <= steps; i++) { console.log(name, i); yield; } }
const tasks = [task('a', 3), task('b', 1), task('c', 2)];
while (tasks.length > 0) {
  const next = tasks.shift();
  if (!next.next().done) tasks.push(next);
}
