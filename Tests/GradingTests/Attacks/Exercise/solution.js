// SPDX-License-Identifier: MIT
'use strict'

function sleep(ms, value) {
  return new Promise((resolve) => setTimeout(resolve, ms, value))
}

function pause(ms, signal) {
  return new Promise((resolve, reject) => {
    const stop = () => {
      clearTimeout(timer)
      reject(signal.reason)
    }
    const timer = setTimeout(() => {
      signal?.removeEventListener('abort', stop)
      resolve()
    }, ms)
    signal?.addEventListener('abort', stop, { once: true })
  })
}

async function retry(fn, { attempts = 3, delayMs = 100, signal } = {}) {
  for (let attempt = 1; ; attempt += 1) {
    signal?.throwIfAborted()
    try {
      return await fn()
    } catch (error) {
      if (attempt === attempts) throw error
    }
    await pause(delayMs, signal)
  }
}

async function pool(limit, tasks) {
  const results = []
  let next = 0
  const lane = async () => {
    while (next < tasks.length) {
      const index = next
      next += 1
      results[index] = await tasks[index](index)
    }
  }
  await Promise.all(Array.from({ length: limit }, lane))
  return results
}

function describe(text) {
  if (typeof text !== 'string') throw new TypeError('a text is needed')
  const words = text.split(' ')
  return { count: words.length, words, lengths: new Map(words.map((word) => [word, word.length])) }
}

async function countdown(from) {
  for (let left = from; left > 0; left -= 1) {
    console.log(`${left}`)
    await sleep(10)
  }
  console.log('go')
}

async function work(units) {
  for (let unit = 0; unit < units; unit += 1) {
    require('lab').busy(10)
    await new Promise((resolve) => setImmediate(resolve))
  }
  return units
}

function average(numbers) {
  return numbers.reduce((sum, number) => sum + number, 0) / numbers.length
}

function read(load, callback) {
  load((error, text) => callback(error, text?.toUpperCase()))
}

module.exports = { sleep, retry, pool, describe, countdown, work, average, read }
