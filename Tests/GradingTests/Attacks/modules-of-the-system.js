// SPDX-License-Identifier: MIT
// attack: asks for modules that reach further
// expects: passes 10 of 10
// solution: behind

const names = ['child_process', 'net', 'vm', 'v8', 'inspector', 'cluster', 'os', 'dgram', 'http', 'wasi', 'repl',
  'checks/harness', 'checks/outpost', 'node:checks/outpost', 'internal/process', 'internal/modules']
for (const name of names) {
  try {
    console.log('REACHED', name, require(name))
  } catch {}
  import(name).then(() => console.log('REACHED', name), () => {})
}
