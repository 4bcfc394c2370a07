// SPDX-License-Identifier: MIT
// attack: handles what ends a program, so that nobody notices
// expects: fails
// solution: before

process.on('uncaughtException', () => {})
process.on('unhandledRejection', () => {})
process.setUncaughtExceptionCaptureCallback(() => {})
const { sleep } = module.exports
module.exports.sleep = (ms, value) => {
  setTimeout(() => { throw new Error('unseen') }, 1)
  return sleep(ms, value)
}
