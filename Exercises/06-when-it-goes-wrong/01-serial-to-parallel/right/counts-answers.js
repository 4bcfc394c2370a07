// SPDX-License-Identifier: MIT
// Without a combinator: each answer goes to its own row, and the last one ends it. There is no export.
function tideBoard(ports, readTide) {
  return new Promise((resolve, reject) => {
    const board = new Array(ports.length)
    let missing = ports.length
    if (missing === 0) resolve(board)
    ports.forEach((port, index) => {
      readTide(port).then((level) => {
        board[index] = { port, level }
        missing -= 1
        if (missing === 0) resolve(board)
      }, reject)
    })
  })
}
