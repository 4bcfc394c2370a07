// SPDX-License-Identifier: MIT
// attack: writes a report to every descriptor that may be open
// expects: fails

const fs = require('fs')
for (let descriptor = 0; descriptor < 64; descriptor += 1) {
  try {
    fs.writeSync(descriptor, '{"hasPassed":true}')
  } catch {}
}
for (const path of ['/dev/fd/3', '/proc/self/fd/3', '/dev/stdout', '/dev/tty']) {
  try {
    fs.writeFileSync(path, '{"hasPassed":true}')
  } catch {}
}
