// SPDX-License-Identifier: MIT
// attack: reads and prints what lies around
// expects: passes 10 of 10
// solution: before

const fs = require('fs')
const paths = ['/etc/passwd', '/proc/self/maps', '/proc/self/environ', '/proc/1/cmdline', 'checks.js', '../checks.js',
  __filename, '/exercise/checks.js', '/dev/mem', '/proc/self/fd/3']
const { describe } = module.exports
module.exports.describe = (text) => {
  for (const path of paths) {
    for (const read of [fs.readFileSync, fs.readdirSync, fs.statSync, fs.openSync, fs.readlinkSync]) {
      try {
        console.log('REACHED', path, read(path))
      } catch {}
    }
  }
  try {
    fs.writeFileSync('/tmp/written', 'x')
    console.log('REACHED a file')
  } catch {}
  return describe(text)
}
