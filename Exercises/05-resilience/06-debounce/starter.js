// SPDX-License-Identifier: MIT
function debounce(fn, waitMs) {
  const debounced = (...args) => {
    setTimeout(() => fn(...args), waitMs)
  }
  debounced.cancel = () => {}
  debounced.flush = () => {}
  return debounced
}

module.exports = { debounce }
