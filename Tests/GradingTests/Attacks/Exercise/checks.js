// SPDX-License-Identifier: MIT
const first = 'sleeps for as long as it is told'

check(first, async ({ submission, time, expect }) => {
  const nap = submission.sleep(100, 'rested')
  await time.advance(99)
  expect(nap).toBePending()
  await time.advance(1)
  expect(nap).not.toBePending()
  await expect(nap).toResolve('rested')
})

check('waits between its attempts', { needs: first }, async ({ submission, time, script, expect }) => {
  const order = script.failTimes(2).then({ dish: 'soup', plates: [1, 2] })
  const meal = submission.retry(order, { attempts: 3, delayMs: 100 })
  await time.runAll()
  expect(order).startedAt(0, 100, 200)
  expect(order).toHaveBeenCalledWith()
  await expect(meal).toResolve({ dish: 'soup', plates: [1, 2] })
})

check('gives the last error', { needs: first }, async ({ submission, script, expect }) => {
  const error = script.error('the kitchen is closed', { name: 'KitchenError', code: 'CLOSED' })
  await expect(submission.retry(script.fail(error), { attempts: 1 })).toReject(error)
  await expect(submission.retry(script.fail(error), { attempts: 1 })).toReject({ code: 'CLOSED' })
})

check('stops when it is told to', { needs: first }, async ({ submission, time, script, abort, expect, trace }) => {
  const { signal, abort: stop } = abort()
  const order = script.fail()
  const meal = submission.retry(order, { attempts: 9, delayMs: 100, signal })
  await time.advance(150)
  stop()
  await expect(meal).toReject({ name: 'AbortError' })
  expect(time.now()).toBeBetween(150, 151)
  expect(order).toHaveBeenCalledTimes(2)
  expect(trace).toHaveNoListenersLeft()
  expect(trace).toHaveNoTimersLeft()
})

check('keeps to its limit', { needs: first, anyOrder: true }, async ({ submission, time, script, expect }) => {
  const tasks = ['a', 'b', 'c', 'd'].map((name) => script.delays(10, 50, name))
  const hands = script.calling((index) => tasks[index](index))
  const done = submission.pool(2, [hands, hands, hands, hands])
  await time.runAll()
  await expect(done).toResolve(['a', 'b', 'c', 'd'])
  expect(hands).toHaveBeenCalledTimes(4)
  const starts = tasks.flatMap(({ calls }) => calls.map(({ startedAt }) => startedAt))
  const ends = tasks.flatMap(({ calls }) => calls.map(({ settledAt }) => settledAt))
  for (const start of starts) {
    const begun = starts.filter((each) => each <= start).length
    expect(begun - ends.filter((each) => each <= start).length).toBeBetween(1, 2)
  }
})

check('describes a text', { needs: first }, ({ submission, expect }) => {
  expect(submission.describe('to be or')).toEqual({
    count: 3, words: ['to', 'be', 'or'], lengths: new Map([['to', 2], ['be', 2], ['or', 2]]),
  })
  expect(() => submission.describe(7)).toThrow({ name: 'TypeError' })
})

check('counts down', { needs: first }, async ({ submission, time, expect, output }) => {
  submission.countdown(3)
  await time.advance(20)
  expect(output).not.toContain('go')
  await time.runAll()
  expect(output).toPrint('3', '2', '1', 'go')
})

check('lets others run', { needs: first }, async ({ submission, time, expect, trace }) => {
  const done = submission.work(20)
  await time.runAll()
  expect(time.now()).toBeBetween(200, 220)
  await expect(done).toResolve(20)
  expect(trace).toHaveNeverBlockedLongerThan(20)
  expect(trace).toHaveNoPendingPromises()
})

check('averages other numbers', { needs: first, hidden: true }, ({ submission, expect }) => {
  expect(submission.average([2, 4, 9])).toBe(5)
  expect(submission.average([1, 2])).toBeBetween(1.4, 1.6)
})

check('hands a text on', { needs: first }, async ({ submission, time, script, expect }) => {
  const told = script.calling((error, text) => {
    expect(error).toBe(null)
    expect(text).toBe('TEA')
  })
  submission.read(script.callback(20, null, 'tea'), told)
  await time.runAll()
  expect(told).startedAt(20)
})
