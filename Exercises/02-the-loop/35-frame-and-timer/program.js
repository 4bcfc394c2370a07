// SPDX-License-Identifier: MIT
function drum(beat) {
  console.log(`beat ${beat}`)
  if (beat < 4) {
    setTimeout(drum, 10, beat + 1)
  }
}

setTimeout(drum, 10, 1)

requestAnimationFrame(() => {
  console.log('pose one')
  setTimeout(() => console.log('camera clicks'), 0)
  requestAnimationFrame(() => console.log('pose two'))
})
