// SPDX-License-Identifier: MIT

check('succeeds at once without waiting', { points: 5 }, async ({ submission, time, script, expect, trace }) => {
  const call = script.succeed('12 bolts')
  const result = submission.retry(call, { attempts: 5, baseDelayMs: 100 })
  await expect(result).toSettleAt(0)
  await expect(result).toResolve('12 bolts')
  expect(trace).toHaveNoTimersLeft()
  await time.runAll()
  expect(call).startedAt(0)
  for (const value of [0, '', null, undefined]) {
    const falsy = script.succeed(value)
    await expect(submission.retry(falsy, { attempts: 2, baseDelayMs: 10 })).toResolve(value)
    expect(falsy).toHaveBeenCalledTimes(1)
  }
})

check('tries again until it succeeds', { points: 10 }, async ({ submission, time, script, expect }) => {
  const call = script.failTimes(2).then('got it')
  const result = submission.retry(call, { attempts: 4, baseDelayMs: 20 })
  await time.runAll()
  await expect(result).toResolve('got it')
  expect(call).toHaveBeenCalledTimes(3)
})

check('gives up after the last attempt, with its very error', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const errors = ['first', 'second', 'third'].map((text) => script.error(text))
  const call = script.sequence(...errors.map((error) => script.fail(error)), script.succeed('too late'))
  const result = submission.retry(call, { attempts: 3, baseDelayMs: 10 })
  await expect(result).toReject(errors[2])
  await time.runAll()
  expect(call).toHaveBeenCalledTimes(3)
  const once = script.fail(errors[0])
  await expect(submission.retry(once, { attempts: 1, baseDelayMs: 10 })).toReject(errors[0])
  await time.runAll()
  expect(once).toHaveBeenCalledTimes(1)
})

check('waits twice as long each time', {
  points: 15, needs: 'tries again until it succeeds',
}, async ({ submission, time, script, expect }) => {
  const call = script.failTimes(4).then('ok')
  const result = submission.retry(call, { attempts: 5, baseDelayMs: 40 })
  await time.runAll()
  expect(call).startedAt(0, 40, 120, 280, 600)
  await expect(result).toResolve('ok')
})

check('waits from the end of an attempt, one at a time', {
  points: 10, needs: 'tries again until it succeeds',
}, async ({ submission, time, script, expect }) => {
  const call = script.sequence(script.failAfter(70), script.failAfter(25), script.delay(30, 'ok'))
  const result = submission.retry(call, { attempts: 3, baseDelayMs: 10 })
  await time.runAll()
  expect(call).startedAt(0, 80, 125)
  expect(call).toHaveAtMostInFlight(1)
  await expect(result).toResolve('ok')
})

check('does not wait after the last attempt', {
  points: 10, needs: 'gives up after the last attempt, with its very error',
}, async ({ submission, time, script, expect, trace }) => {
  const result = submission.retry(script.fail(), { attempts: 3, baseDelayMs: 100 })
  await expect(result).toSettleAt(300)
  await expect(result).toReject('scripted failure')
  expect(trace).toHaveNoTimersLeft()
  await time.runAll()
})

check('never waits longer than maxDelayMs', {
  points: 10, needs: 'waits twice as long each time',
}, async ({ submission, time, script, expect }) => {
  const call = script.failTimes(4).then('ok')
  const result = submission.retry(call, { attempts: 5, baseDelayMs: 50, maxDelayMs: 120 })
  await time.runAll()
  expect(call).startedAt(0, 50, 150, 270, 390)
  await expect(result).toResolve('ok')
  // The limit holds from the first wait to the last, where the doubled one needs more than 32 bits.
  const stubborn = script.failTimes(35).then('at last')
  const other = submission.retry(stubborn, { attempts: 36, baseDelayMs: 80, maxDelayMs: 30 })
  await time.runAll()
  await expect(other).toResolve('at last')
  const starts = stubborn.calls.map(({ startedAt }) => startedAt)
  const waits = starts.slice(1).map((start, index) => Math.round(start - starts[index]))
  expect({ waits: [...new Set(waits)] }).toEqual({ waits: [30] })
  const start = time.now()
  const hasty = submission.retry(script.failTimes(2).then('ok'), { baseDelayMs: 50, maxDelayMs: 0 })
  await expect(hasty).toResolve('ok')
  expect(time.now() - start).toBeBetween(0, 5)
})

check('stops at an error that is not listed', { points: 10 }, async ({ submission, time, script, expect }) => {
  const busy = script.error('busy', { code: 'EBUSY' })
  const denied = script.error('denied', { code: 'EACCES' })
  const call = script.sequence(script.fail(busy), script.fail(denied), script.succeed('too late'))
  const result = submission.retry(call, { attempts: 5, baseDelayMs: 30, retryOn: ['ETIMEDOUT', 'EBUSY'] })
  await expect(result).toSettleAt(30)
  await expect(result).toReject(denied)
  await time.runAll()
  expect(call).startedAt(0, 30)
  // None of these is in its list: there is nothing in it, only a longer code, and no such thing as no code.
  const unlisted = [[busy, []], [script.error('busy', { code: 'BUSY' }), ['EBUSY']], [script.error('plain'), ['EBUSY']]]
  for (const [error, retryOn] of unlisted) {
    const never = script.fail(error)
    await expect(submission.retry(never, { attempts: 5, baseDelayMs: 30, retryOn })).toReject(error)
    await time.runAll()
    expect(never).toHaveBeenCalledTimes(1)
  }
})

check('a function that throws has failed, too', { points: 5 }, async ({ submission, time, script, expect }) => {
  const thrower = script.calling(() => { throw script.error('no cable') })
  const call = script.sequence(thrower, thrower, script.succeed('plugged in'))
  const direct = submission.retry(thrower, { attempts: 2, baseDelayMs: 15 })
  await expect(direct).toReject('no cable')
  await time.runAll()
  expect(thrower).startedAt(0, 15)
  const result = submission.retry(call, { attempts: 3, baseDelayMs: 15 })
  await time.runAll()
  await expect(result).toResolve('plugged in')
})

check('has defaults, and counts the attempts for the function', { points: 5 }, async (world) => {
  const { submission, time, script, expect } = world
  const call = script.fail()
  const result = submission.retry(call)
  await expect(result).toReject('scripted failure')
  await time.runAll()
  expect(call).startedAt(0, 100, 300)
  expect(call.calls.map(({ args }) => args)).toEqual([[1], [2], [3]])
  // The next one counts from 1 again.
  await expect(submission.retry(call, { attempts: 2 })).toReject('scripted failure')
  expect(call.calls.slice(3).map(({ args }) => args)).toEqual([[1], [2]])
  // Zero is not left out.
  const start = time.now()
  await expect(submission.retry(script.failTimes(2).then('ok'), { baseDelayMs: 0 })).toResolve('ok')
  expect(time.now() - start).toBeBetween(0, 5)
})

check('copes with failures that are no error objects', { points: 5, hidden: true }, async (world) => {
  const { submission, time, script, expect } = world
  for (const reason of ['busy', null, 0]) {
    const listed = script.fail(reason)
    await expect(submission.retry(listed, { attempts: 3, baseDelayMs: 5, retryOn: ['E'] })).toReject(reason)
    await time.runAll()
    expect(listed).toHaveBeenCalledTimes(1)
    const any = script.failTimes(2, reason).then('done')
    const result = submission.retry(any, { attempts: 3, baseDelayMs: 7, maxDelayMs: 9 })
    await time.runAll()
    await expect(result).toResolve('done')
    const [first, , third] = any.calls
    expect(third.startedAt - first.startedAt).toBe(16)
  }
  const thrower = script.calling(() => { throw undefined })
  await expect(submission.retry(thrower, { attempts: 2, baseDelayMs: 5 })).toRejectWith(undefined)
  expect(thrower).toHaveBeenCalledTimes(2)
  const coded = script.failTimes(2, { code: 'EBUSY' }).then('done')
  await expect(submission.retry(coded, { baseDelayMs: 5, retryOn: ['EBUSY'] })).toResolve('done')
})

check('retries side by side do not disturb each other', { points: 5, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const waits = [17, 29, 43]
  const calls = waits.map((_, index) => {
    return script.sequence(script.fail(), script.fail(), script.delays(1, 90, index))
  })
  const results = calls.map((call, index) => submission.retry(call, { baseDelayMs: waits[index] }))
  await time.runAll()
  for (const [index, call] of calls.entries()) {
    expect(call).startedAt(0, waits[index], 3 * waits[index])
    await expect(results[index]).toResolve(index)
  }
})

check('stops waiting when its signal is aborted', { points: 10, extra: true }, async (world) => {
  const { submission, time, script, abort, expect, trace } = world
  const stop = abort()
  const call = script.failTimes(3).then('too late')
  const result = submission.retry(call, { attempts: 4, baseDelayMs: 100, signal: stop.signal })
  await time.advance(150)
  const reason = script.error('closing time', { name: 'ClosedError' })
  stop.abort(reason)
  await expect(result).toSettleAt(150)
  await expect(result).toReject(reason)
  expect(trace).toHaveNoTimersLeft()
  expect(trace).toHaveNoListenersLeft()
  await time.runAll()
  expect(call).toHaveBeenCalledTimes(2)

  const unused = abort()
  const result2 = submission.retry(script.failTimes(2).then('ok'), { signal: unused.signal })
  await expect(result2).toResolve('ok')
  expect(unused.listeners).toBe(0)

  const aborted = abort()
  aborted.abort(410)
  const never = script.succeed('not asked')
  await expect(submission.retry(never, { signal: aborted.signal })).toReject(410)
  expect(never).toHaveBeenCalledTimes(0)
})
