// SPDX-License-Identifier: MIT

const refused = { name: 'CircuitOpenError' }

/** Options of a circuit whose calls make one attempt each, so that only the circuit is looked at. */
const single = (options) => ({ maxAttempts: 1, baseDelayMs: 10, failureThreshold: 3, resetAfterMs: 500, ...options })

/** Makes so many calls, one after the other, each of which has to fail with the service's own error. */
async function failing(times, call, expect) {
  for (let count = 0; count < times; count++) await expect(call()).toReject('scripted failure')
}

check('hands the arguments on and succeeds at once', { points: 5 }, async ({ submission, time, script, expect }) => {
  const inner = script.succeed('seat 12')
  const call = submission.withRetry(inner, { maxAttempts: 3, baseDelayMs: 100 })
  await time.advance(5)
  expect(inner).toHaveBeenCalledTimes(0)
  const result = call('Hall 2', { row: 7 }, 'aisle', null)
  await expect(result).toSettleAt(5)
  await expect(result).toResolve('seat 12')
  await time.runAll()
  expect(inner).startedAt(5)
  expect(inner).toHaveBeenCalledWith('Hall 2', { row: 7 }, 'aisle', null)
})

check('waits baseDelayMs × 2^(attempt−1) between attempts', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const inner = script.failTimes(3).then('ok')
  const result = submission.withRetry(inner, { maxAttempts: 4, baseDelayMs: 100 })('A', 'B')
  await time.runAll()
  expect(inner).startedAt(0, 100, 300, 700)
  await expect(result).toResolve('ok')
  expect(inner.calls.map(({ args }) => args)).toEqual([['A', 'B'], ['A', 'B'], ['A', 'B'], ['A', 'B']])

  const slow = script.sequence(script.failAfter(35), script.failAfter(20), script.succeed('ok'))
  const usual = script.fail()
  const eager = script.failTimes(2).then('ok')
  const start = time.now()
  const other = submission.withRetry(slow, { maxAttempts: 3, baseDelayMs: 50 })()
  const failed = submission.withRetry(usual, {})()
  // Zero is not left out.
  const hasty = submission.withRetry(eager, { baseDelayMs: 0 })()
  await time.runAll()
  expect(slow).startedAt(start, start + 85, start + 205)
  expect(usual).startedAt(start, start + 100, start + 300)
  expect(eager.calls[2]?.startedAt).toBeBetween(start, start + 5)
  await expect(other).toResolve('ok')
  await expect(failed).toReject('scripted failure')
  await expect(hasty).toResolve('ok')
})

check('fails after maxAttempts, with the last error', { points: 10 }, async ({ submission, time, script, expect }) => {
  const last = script.error('third', { code: 'E3' })
  const steps = [script.error('first'), script.error('second'), last].map((error) => script.fail(error))
  const inner = script.sequence(...steps)
  const result = submission.withRetry(inner, { maxAttempts: 3, baseDelayMs: 20 })()
  await expect(result).toSettleAt(60)
  await expect(result).toReject(last)
  await time.runAll()
  expect(inner).startedAt(0, 20, 60)

  const thrower = script.calling(() => { throw last })
  await expect(submission.withRetry(thrower, { maxAttempts: 2, baseDelayMs: 20 })()).toReject(last)
  expect(thrower).toHaveBeenCalledTimes(2)
  // Anything can be thrown, also what counts as false: the call has failed.
  for (const reason of [0, null, false]) {
    const call = submission.withRetry(script.fail(reason), single({ maxAttempts: 2, failureThreshold: 1 }))
    await expect(call()).toReject(reason)
    await expect(call()).toReject(refused)
  }
})

check('opens after failureThreshold failed calls in a row', { points: 15 }, async (world) => {
  const { submission, time, script, breaker, expect } = world
  const inner = script.fail()
  const options = { maxAttempts: 2, baseDelayMs: 10, failureThreshold: 3, resetAfterMs: 10_000 }
  const call = breaker(submission.withRetry(inner, options), inner)
  await failing(3, call, expect)
  expect(inner).toHaveBeenCalledTimes(6)
  await expect(call()).toReject(refused)
  expect(inner).toHaveBeenCalledTimes(6)
  expect(call).toHaveStates('closed', 'open')
  await time.runAll()
})

check('refuses at once while it is open, and calls nothing', {
  points: 5, needs: 'opens after failureThreshold failed calls in a row',
}, async ({ submission, time, script, expect }) => {
  const inner = script.fail()
  const call = submission.withRetry(inner, single({ maxAttempts: 3, failureThreshold: 1 }))
  await failing(1, call, expect)
  expect(time.now()).toBe(30)
  // The last time more than 500 ms after the call has begun, and less after it has failed.
  for (let count = 0; count < 4; count++) {
    await time.advance(120)
    const result = call()
    await expect(result).toReject(refused)
    await expect(result).toSettleAt(30 + 120 * (count + 1))
  }
  expect(inner).toHaveBeenCalledTimes(3)
  // Five in a row and half a minute, if nothing is said.
  const usual = submission.withRetry(inner, { maxAttempts: 1 })
  await failing(5, usual, expect)
  await expect(usual()).toReject(refused)
  await time.advance(29_998)
  await expect(usual()).toReject(refused)
  await time.advance(3)
  await failing(1, usual, expect)
})

check('a success starts the count anew', {
  points: 10, needs: 'opens after failureThreshold failed calls in a row',
}, async ({ submission, time, script, expect }) => {
  const [bad, good] = [script.fail(), script.succeed('ok')]
  const inner = script.sequence(bad, bad, good, bad, bad, good, bad, bad, bad, good)
  const call = submission.withRetry(inner, single())
  for (let round = 0; round < 2; round++) {
    await failing(2, call, expect)
    await expect(call()).toResolve('ok')
  }
  await failing(3, call, expect)
  await expect(call()).toReject(refused)
  expect(inner).toHaveBeenCalledTimes(9)

  // Side by side: two fail, the one that began first succeeds at 50 ms, and three fail after that.
  const failures = [10, 20, 60, 70, 80].map((ms) => script.failAfter(ms))
  const mixed = script.sequence(script.delay(50, 'ok'), ...failures, script.delay(100, 'let in'))
  const busy = submission.withRetry(mixed, single())
  const [success, ...others] = Array.from({ length: 6 }, () => busy())
  await expect(others[2]).toReject('scripted failure')
  await time.advance(5)
  const seventh = busy()
  await expect(others[4]).toReject('scripted failure')
  await expect(busy()).toReject(refused)
  for (const [result, value] of [[success, 'ok'], [seventh, 'let in']]) await expect(result).toResolve(value)
})

check('a call that succeeds in the end is no failure', {
  points: 5, needs: 'opens after failureThreshold failed calls in a row',
}, async ({ submission, time, script, expect }) => {
  const [bad, good] = [script.fail(), script.succeed('ok')]
  const inner = script.sequence(bad, good, bad, bad, good, bad, good, bad, good, good)
  const call = submission.withRetry(inner, { maxAttempts: 3, baseDelayMs: 10, failureThreshold: 2, resetAfterMs: 500 })
  for (let count = 0; count < 5; count++) await expect(call()).toResolve('ok')
  await time.runAll()
  expect(inner).toHaveBeenCalledTimes(10)
})

check('lets a probe through after resetAfterMs, and closes when it succeeds', {
  points: 15, needs: 'opens after failureThreshold failed calls in a row',
}, async ({ submission, time, script, breaker, expect }) => {
  const [bad, good] = [script.fail(), script.succeed('ok')]
  const inner = script.sequence(bad, bad, bad, good, bad)
  const call = breaker(submission.withRetry(inner, single()), inner)
  await failing(3, call, expect)
  await time.advance(499)
  await expect(call()).toReject(refused)
  await time.advance(2)
  await expect(call()).toResolve('ok')
  // The count begins anew.
  await failing(3, call, expect)
  await expect(call()).toReject(refused)
  expect(inner).toHaveBeenCalledTimes(7)
  expect(call).toHaveStates('closed', 'open', 'half-open', 'closed', 'open')
})

check('opens again when the probe fails, for as long as before', {
  points: 5, needs: 'lets a probe through after resetAfterMs, and closes when it succeeds',
}, async ({ submission, time, script, breaker, expect }) => {
  // The probe takes its time to fail; the circuit is open from then on.
  const inner = script.sequence(...Array(3).fill(script.fail()), script.failAfter(200), script.succeed('well again'))
  const call = breaker(submission.withRetry(inner, single()), inner)
  await failing(3, call, expect)
  await expect(call()).toReject(refused)
  await time.advance(501)
  await failing(1, call, expect)
  await expect(call()).toReject(refused)
  await time.advance(498)
  await expect(call()).toReject(refused)
  await time.advance(3)
  await expect(call()).toResolve('well again')
  await expect(call()).toResolve('well again')
  expect(call).toHaveStates('closed', 'open', 'half-open', 'open', 'half-open', 'closed')
  expect(inner).toHaveBeenCalledTimes(6)
})

check('refuses others while the probe is under way', {
  points: 5, needs: 'lets a probe through after resetAfterMs, and closes when it succeeds',
}, async ({ submission, time, script, expect }) => {
  // The probe takes longer than the circuit was open.
  const inner = script.sequence(script.fail(), script.delay(1200, 'probe'), script.succeed('after'))
  const call = submission.withRetry(inner, single({ failureThreshold: 1 }))
  await failing(1, call, expect)
  await time.advance(501)
  const [probe, second, third] = [call(), call(), call()]
  await expect(second).toSettleAt(501)
  await expect(second).toReject(refused)
  await expect(third).toReject(refused)
  await time.advance(1100)
  await expect(call()).toReject(refused)
  expect(inner).toHaveBeenCalledTimes(2)
  await expect(probe).toResolve('probe')
  await expect(call()).toResolve('after')
})

check('calls from before the opening change nothing any more', {
  points: 5, needs: 'lets a probe through after resetAfterMs, and closes when it succeeds',
}, async ({ submission, time, script, expect }) => {
  // Under way when it opens, and for two attempts more.
  const stubborn = script.sequence(script.failAfter(100), ...Array(4).fill(script.fail()), script.succeed('at last'))
  const patient = submission.withRetry(stubborn, single({ maxAttempts: 3, failureThreshold: 1, resetAfterMs: 5000 }))
  const underWay = patient()
  await failing(1, patient, expect)
  await expect(underWay).toResolve('at last')
  expect(stubborn).startedAt(0, 0, 10, 30, 110, 130)
  await expect(patient()).toReject(refused)

  const lateFailure = script.failAfter(200, script.error('late failure'))
  const inner = script.sequence(
    script.delay(100, 'late success'), lateFailure, script.fail(), script.fail(), script.succeed('probe'),
  )
  const call = submission.withRetry(inner, single({ failureThreshold: 2 }))
  const [success, failure] = [call(), call()]
  await failing(2, call, expect)
  await expect(success).toResolve('late success')
  await expect(call()).toReject(refused)
  await expect(failure).toReject('late failure')
  await expect(call()).toReject(refused)
  await time.advance(301)
  await expect(call()).toResolve('probe')
  expect(inner).toHaveBeenCalledTimes(5)
})

check('lets exactly one of many callers probe', { points: 5, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const inner = script.sequence(script.fail(), script.fail(), script.delays(30, 60, 'probe'), script.succeed('after'))
  const call = submission.withRetry(inner, single({ failureThreshold: 2 }))
  await failing(2, call, expect)
  await time.advance(501)
  const outcomes = []
  const customer = script.delays(0, 25)
  for (let count = 0; count < 6; count++) {
    customer().then(call).then((value) => outcomes.push(value), (error) => outcomes.push(error.name))
  }
  await time.runAll()
  expect(inner).toHaveBeenCalledTimes(3)
  expect(outcomes).toHaveLength(6)
  expect(outcomes.filter((outcome) => outcome === 'probe')).toHaveLength(1)
  expect(outcomes.filter((outcome) => outcome === 'CircuitOpenError')).toHaveLength(5)
  await expect(call()).toResolve('after')
})

check('circuits do not disturb each other', { points: 5, hidden: true }, async (world) => {
  const { submission, time, script, breaker, expect } = world
  const down = script.failTimes(9).then(7)
  const up = script.succeed('fine')
  const options = { maxAttempts: 4, baseDelayMs: 5, failureThreshold: 2, resetAfterMs: 1200 }
  const call = breaker(submission.withRetry(down, options), down)
  const other = submission.withRetry(up, options)
  await failing(2, call, expect)
  expect(down).startedAt(0, 5, 15, 35, 35, 40, 50, 70)
  await expect(call()).toReject(refused)
  await expect(other()).toResolve('fine')
  await time.advance(1201)
  // The probe may try again, too.
  await expect(call()).toResolve(7)
  await expect(call()).toResolve(7)
  expect(down.calls.slice(8).map(({ startedAt }) => startedAt)).toEqual([1271, 1276, 1276])
  expect(call).toHaveStates('closed', 'open', 'half-open', 'closed')
  expect(up).toHaveBeenCalledTimes(1)
})

check('reports its states', { points: 5, extra: true }, async ({ submission, time, script, expect }) => {
  const report = script.calling(() => {})
  const inner = script.failTimes(4).then('ok')
  const call = submission.withRetry(inner, single({ onStateChange: report }))
  await failing(3, call, expect)
  await expect(call()).toReject(refused)
  await time.advance(501)
  await failing(1, call, expect)
  await time.advance(501)
  await expect(call()).toResolve('ok')
  await time.runAll()
  const states = report.calls.map(({ args }) => args[0])
  expect(states).toEqual(['open', 'half-open', 'open', 'half-open', 'closed'])
})
