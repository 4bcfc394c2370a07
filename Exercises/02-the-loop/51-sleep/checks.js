// SPDX-License-Identifier: MIT

check('returns a promise', { points: 5 }, async ({ submission, time, expect }) => {
  const nap = submission.sleep(10)
  expect(typeof nap?.then).toBe('function')
  await time.runAll()
})

check('leaves the thread free', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, trace, expect } = world
  const before = time.now()
  submission.sleep(1000)
  expect(time.now()).toBeBetween(before, before + 1)
  await time.runAll()
  // Nor is a part of the time waited for later on.
  expect(trace).toHaveNeverBlockedLongerThan(1)
})

check('is pending until the time is over', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  await expect(submission.sleep(100)).toResolve()
  expect(time.now()).toBeBetween(100, Infinity)
})

check('is fulfilled when the time is over', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  // Short and long ones: no time may be rounded, and none cut off.
  for (const ms of [100, 3, 1234]) {
    const start = time.now()
    await expect(submission.sleep(ms)).toResolve(undefined)
    expect(time.now() - start).toBeBetween(ms, ms + 1)
  }
})

check('passes the value on', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  const nap = submission.sleep(50, 'tea')
  await time.runAll()
  await expect(nap).toResolve('tea')
})

check('passes any value on', { points: 5, needs: 'passes the value on' }, async (world) => {
  const { submission, time, expect } = world
  const pot = { of: 'tea', for: undefined }
  for (const value of [0, '', false, null, NaN, () => 'tea', new Error('no tea'), pot]) {
    const nap = submission.sleep(20, value)
    await time.runAll()
    await expect(nap).toResolve(value)
  }
  // Not one that looks the same.
  expect(await submission.sleep(20, pot)).toBe(pot)
})

check('naps side by side', { points: 10, needs: 'is fulfilled when the time is over' }, async (world) => {
  const { submission, time, expect } = world
  const naps = [[100, 'long'], [40, 'short'], [100, 'as long']].map(([ms, value]) => submission.sleep(ms, value))
  await expect(naps[1]).toResolve('short')
  expect(time.now()).toBeBetween(40, 41)
  const later = submission.sleep(100, 'later')
  await expect(naps[0]).toResolve('long')
  await expect(naps[2]).toResolve('as long')
  expect(time.now()).toBeBetween(100, 101)
  await expect(later).toResolve('later')
  expect(time.now()).toBeBetween(140, 142)
})
