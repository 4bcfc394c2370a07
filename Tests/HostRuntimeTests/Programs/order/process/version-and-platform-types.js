// What a program may look at.
console.log(typeof process.version, typeof process.pid, typeof process.platform, typeof process.arch);
console.log(Array.isArray(process.argv), process.argv.length, typeof process.env, process.exitCode);
console.log(typeof process.cwd(), typeof process.memoryUsage().heapUsed, typeof process.uptime());
