// SPDX-License-Identifier: MIT
let closing = setTimeout(shut, 60)

function shut() {
  console.log('door shuts')
}

function visitor(name) {
  console.log(name)
  clearTimeout(closing)
  closing = setTimeout(shut, 60)
}

setTimeout(visitor, 30, 'Ada comes in')
setTimeout(visitor, 75, 'Bo comes in')
setTimeout(() => {
  console.log('clock strikes')
  clearTimeout(lamp)
}, 105)
const lamp = setTimeout(() => console.log('lamp goes out'), 105)
