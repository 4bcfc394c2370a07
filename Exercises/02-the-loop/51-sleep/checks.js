// SPDX-License-Identifier: MIT

check('returns a promise', { points: 5 }, async ({ submission, time, expect }) => {
  const nap = submission.sleep(10)
  expect(typeof nap?.then).toBe('function')
  await time.runAll()
})

check('leaves the thread free', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  const before = time.now()
  submission.sleep(1000)
  expect(time.now()).toBeBetween(before, before + 1)
  await time.runAll()
})

check('is pending until the time is over', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  const nap = submission.sleep(100)
  await time.advance(99)
  expect(nap).toBePending()
  await time.runAll()
})

check('is fulfilled when the time is over', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  const start = time.now()
  const nap = submission.sleep(100)
  await time.advance(100)
  await expect(nap).toResolve(undefined)
  expect(time.now() - start).toBeBetween(100, 101)
})

check('passes the value on', { points: 10, needs: 'returns a promise' }, async (world) => {
  const { submission, time, expect } = world
  const nap = submission.sleep(50, 'tea')
  await time.runAll()
  await expect(nap).toResolve('tea')
})

check('passes any value on', { points: 5, needs: 'passes the value on' }, async (world) => {
  const { submission, time, expect } = world
  for (const value of [0, '', false, null]) {
    const nap = submission.sleep(20, value)
    await time.runAll()
    await expect(nap).toResolve(value)
  }
})

check('naps side by side', { points: 10, needs: 'is fulfilled when the time is over' }, async (world) => {
  const { submission, time, expect } = world
  const start = time.now()
  const long = submission.sleep(100, 'long')
  const short = submission.sleep(40, 'short')
  await time.advance(40)
  await expect(short).toResolve('short')
  expect(long).toBePending()
  await time.advance(60)
  await expect(long).toResolve('long')
  expect(time.now() - start).toBeBetween(100, 101)
})
