// SPDX-License-Identifier: MIT
// Three steps: a promise of the text, a promise of the patience, and whoever is first.
function textOf(read) {
  return new Promise((resolve, reject) => {
    read((error, text) => (error ? reject(error) : resolve(text)))
  })
}

async function readGauge(read, patience) {
  const level = textOf(read).then((text) => JSON.parse(text).level)
  if (patience === undefined) return level
  let timer
  const tooLate = new Promise((_, reject) => {
    timer = setTimeout(() => reject(Object.assign(new Error('too late'), { code: 'ETIMEDOUT' })), patience)
  })
  try {
    return await Promise.race([level, tooLate])
  } finally {
    clearTimeout(timer)
  }
}

module.exports = { readGauge }
