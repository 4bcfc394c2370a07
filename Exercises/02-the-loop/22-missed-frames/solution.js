// SPDX-License-Identifier: MIT
requestAnimationFrame((blocked) => {
  lab.busy(90)
  requestAnimationFrame((next) => {
    const frames = Math.round((next - blocked) / (1000 / 60))
    console.log(frames - 1)
  })
})
