const before = performance.now();
console.log(before > 0, performance.now() >= before, typeof performance.timeOrigin);
console.log(Math.abs(performance.timeOrigin + performance.now() - Date.now()) < 1000);
console.log(Object.prototype.toString.call(performance), performance instanceof EventTarget);
const utilization = performance.eventLoopUtilization();
console.log(Object.keys(utilization), utilization.utilization);
setTimeout(() => {
  const later = performance.eventLoopUtilization();
  console.log(later.active >= 0, later.idle >= 0, later.utilization <= 1);
  console.log(Object.keys(performance.eventLoopUtilization(later, utilization)));
}, 5);
try {
  performance.now.call({});
} catch (error) {
  console.log(String(error));
}
