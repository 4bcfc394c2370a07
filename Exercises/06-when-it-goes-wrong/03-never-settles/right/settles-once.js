// SPDX-License-Identifier: MIT
// One function through which every end goes. There is no export.
function readGauge(read, patience) {
  return new Promise((resolve, reject) => {
    let timer
    let isOver = false
    const end = (settle, value) => {
      if (isOver) return
      isOver = true
      clearTimeout(timer)
      settle(value)
    }
    if (patience !== undefined) {
      timer = setTimeout(() => {
        const error = new Error('the gauge is silent')
        error.code = 'ETIMEDOUT'
        end(reject, error)
      }, patience)
    }
    try {
      read((error, text) => {
        if (error) return end(reject, error)
        let level
        try {
          level = JSON.parse(text).level
        } catch {
          return end(reject, new TypeError(`no reading: ${text}`))
        }
        end(resolve, level)
      })
    } catch (error) {
      end(reject, error)
    }
  })
}
