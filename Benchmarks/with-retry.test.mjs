// SPDX-License-Identifier: MIT

// The checks of the exercise “Retry with a circuit breaker” as a file for Node's own test runner: what somebody who has
// Node and nothing else would write. Scripts/bench compares with it what grading a submission costs.
//
//   SUBMISSION=FILE node --test Benchmarks/with-retry.test.mjs     (without SUBMISSION: the solution)
//
// A test has the name and the values of the check in checks.js. Points and `needs` have no counterpart in the runner.

import assert from 'node:assert/strict'
import { createRequire } from 'node:module'
import path from 'node:path'
import { test } from 'node:test'

import { drain, FakeClock } from './fake-clock.mjs'

const exercise = path.join(import.meta.dirname, '..', 'Exercises', '05-resilience', '03-with-retry')
const submission = path.resolve(process.env.SUBMISSION ?? path.join(exercise, 'solution.js'))
const require = createRequire(import.meta.url)

// MARK: Scripted functions

/** A function that answers its n-th call, counted from 0, by `answer(n, args)`, and records when it was called how. */
function recorder(clock, answer) {
  const calls = []
  const recorded = (...args) => {
    calls.push({ args, startedAt: clock.now })
    return answer(calls.length - 1, args)
  }
  return Object.assign(recorded, { calls })
}

const startsOf = ({ calls }) => calls.map(({ startedAt }) => startedAt)

/** Functions to hand to a submission. */
function scripting(clock) {
  const record = (answer) => recorder(clock, answer)
  const scripted = () => new Error('scripted failure')
  return {
    calling: (fn) => record((_, args) => fn(...args)),
    succeed: (value) => record(async () => value),
    fail: (error = scripted()) => record(async () => { throw error }),
    failTimes: (count, value, error = scripted()) => record(async (index) => {
      if (index < count) throw error
      return value
    }),
    delay: (ms, value) => record(async () => {
      await clock.after(ms)
      return value
    }),
    /** As `delay`, with another latency for each call. */
    delays: (latency, value) => record(async () => {
      await clock.after(latency())
      return value
    }),
    failAfter: (ms, error = scripted()) => record(async () => {
      await clock.after(ms)
      throw error
    }),
    /** The n-th call gives what the n-th function gives; the last one answers all that follow. */
    sequence: (...parts) => record(async (index, args) => parts[Math.min(index, parts.length - 1)](...args)),
  }
}

/**
 * `fn` with the `states` that its calls show. A call that does not reach `inner` was refused, so the circuit is open;
 * the next one that does is the probe.
 */
function observed(fn, inner) {
  const states = []
  const enter = (state) => {
    if (states.at(-1) !== state) states.push(state)
  }
  const watched = async (...args) => {
    const before = inner.calls.length
    const wasOpen = states.at(-1) === 'open'
    let end = 'open'
    try {
      const value = await fn(...args)
      end = 'closed'
      return value
    } finally {
      if (inner.calls.length === before) {
        enter('open')
      } else if (wasOpen) {
        enter('half-open')
        enter(end)
      } else {
        enter('closed')
      }
    }
  }
  return Object.assign(watched, { states })
}

// MARK: Tests

/** A test: `body` in a time of its own, with a copy of the submission that no other test has used. */
function check(body) {
  return async () => {
    const clock = new FakeClock()
    clock.install()
    try {
      delete require.cache[submission]
      const { withRetry } = require(submission)
      await body({ withRetry, clock, script: scripting(clock) })
      // What fails only now, unhandled, is this test's failure and not the next one's.
      await drain()
    } finally {
      clock.uninstall()
    }
  }
}

const refused = { name: 'CircuitOpenError' }

/** Another error that looks the same has lost where it happened. */
const thatVery = (wanted) => (error) => error === wanted

/** Options of a circuit whose calls make one attempt each, so that only the circuit is looked at. */
const single = (options) => ({ maxAttempts: 1, baseDelayMs: 10, failureThreshold: 3, resetAfterMs: 500, ...options })

/** Makes so many calls, one after the other, each of which has to fail with the service's own error. */
async function failing(times, call, clock) {
  for (let count = 0; count < times; count++) await assert.rejects(clock.outcome(call()), /scripted failure/)
}

/** Promises whose rejection the test looks at later: until then Node would take it for unhandled. */
function lookedAtLater(...promises) {
  for (const promise of promises) promise.then(() => {}, () => {})
  return promises
}

test('hands the arguments on and succeeds at once', check(async ({ withRetry, clock, script }) => {
  const inner = script.succeed('seat 12')
  const call = withRetry(inner, { maxAttempts: 3, baseDelayMs: 100 })
  await clock.advance(5)
  assert.equal(inner.calls.length, 0)
  const result = call('Hall 2', { row: 7 }, 'aisle', null)
  await clock.until(result)
  assert.equal(clock.now, 5)
  assert.equal(await result, 'seat 12')
  await clock.runAll()
  assert.deepEqual(inner.calls, [{ args: ['Hall 2', { row: 7 }, 'aisle', null], startedAt: 5 }])
}))

test('waits baseDelayMs × 2^(attempt−1) between attempts', check(async ({ withRetry, clock, script }) => {
  const inner = script.failTimes(3, 'ok')
  const result = withRetry(inner, { maxAttempts: 4, baseDelayMs: 100 })('A', 'B')
  await clock.runAll()
  assert.deepEqual(startsOf(inner), [0, 100, 300, 700])
  assert.equal(await clock.outcome(result), 'ok')
  assert.deepEqual(inner.calls.map(({ args }) => args), [['A', 'B'], ['A', 'B'], ['A', 'B'], ['A', 'B']])

  const slow = script.sequence(script.failAfter(35), script.failAfter(20), script.succeed('ok'))
  const usual = script.fail()
  const eager = script.failTimes(2, 'ok')
  const start = clock.now
  const other = withRetry(slow, { maxAttempts: 3, baseDelayMs: 50 })()
  const [failed] = lookedAtLater(withRetry(usual, {})())
  // Zero is not left out.
  const hasty = withRetry(eager, { baseDelayMs: 0 })()
  await clock.runAll()
  assert.deepEqual(startsOf(slow), [start, start + 85, start + 205])
  assert.deepEqual(startsOf(usual), [start, start + 100, start + 300])
  assert.ok(startsOf(eager)[2] <= start + 5)
  assert.equal(await clock.outcome(other), 'ok')
  await assert.rejects(clock.outcome(failed), /scripted failure/)
  assert.equal(await clock.outcome(hasty), 'ok')
}))

test('fails after maxAttempts, with the last error', check(async ({ withRetry, clock, script }) => {
  const last = Object.assign(new Error('third'), { code: 'E3' })
  const parts = [new Error('first'), new Error('second'), last].map((error) => script.fail(error))
  const inner = script.sequence(...parts)
  const result = withRetry(inner, { maxAttempts: 3, baseDelayMs: 20 })()
  await clock.until(result)
  assert.equal(clock.now, 60)
  await assert.rejects(result, thatVery(last))
  await clock.runAll()
  assert.deepEqual(startsOf(inner), [0, 20, 60])

  const thrower = script.calling(() => { throw last })
  await assert.rejects(clock.outcome(withRetry(thrower, { maxAttempts: 2, baseDelayMs: 20 })()), thatVery(last))
  assert.equal(thrower.calls.length, 2)
  // Anything can be thrown, also what counts as false: the call has failed.
  for (const reason of [0, null, false]) {
    const call = withRetry(script.fail(reason), single({ maxAttempts: 2, failureThreshold: 1 }))
    const outcome = await clock.outcome(call()).then((value) => ({ value }), (failure) => ({ failure }))
    assert.deepEqual(outcome, { failure: reason })
    await assert.rejects(clock.outcome(call()), refused)
  }
}))

test('opens after failureThreshold failed calls in a row', check(async ({ withRetry, clock, script }) => {
  const inner = script.fail()
  const options = { maxAttempts: 2, baseDelayMs: 10, failureThreshold: 3, resetAfterMs: 10_000 }
  const call = observed(withRetry(inner, options), inner)
  await failing(3, call, clock)
  assert.equal(inner.calls.length, 6)
  await assert.rejects(clock.outcome(call()), refused)
  assert.equal(inner.calls.length, 6)
  assert.deepEqual(call.states, ['closed', 'open'])
  await clock.runAll()
}))

test('refuses at once while it is open, and calls nothing', check(async ({ withRetry, clock, script }) => {
  const inner = script.fail()
  const call = withRetry(inner, single({ maxAttempts: 3, failureThreshold: 1 }))
  await failing(1, call, clock)
  assert.equal(clock.now, 30)
  // The last time more than 500 ms after the call has begun, and less after it has failed.
  for (let count = 0; count < 4; count++) {
    await clock.advance(120)
    const result = call()
    await assert.rejects(clock.outcome(result), refused)
    assert.equal(clock.now, 30 + 120 * (count + 1))
  }
  assert.equal(inner.calls.length, 3)
  // Five in a row and half a minute, if nothing is said.
  const usual = withRetry(inner, { maxAttempts: 1 })
  await failing(5, usual, clock)
  await assert.rejects(clock.outcome(usual()), refused)
  await clock.advance(29_998)
  await assert.rejects(clock.outcome(usual()), refused)
  await clock.advance(3)
  await failing(1, usual, clock)
}))

test('a success starts the count anew', check(async ({ withRetry, clock, script }) => {
  const bad = script.fail()
  const good = script.succeed('ok')
  const inner = script.sequence(bad, bad, good, bad, bad, good, bad, bad, bad, good)
  const call = withRetry(inner, single())
  for (let round = 0; round < 2; round++) {
    await failing(2, call, clock)
    assert.equal(await clock.outcome(call()), 'ok')
  }
  await failing(3, call, clock)
  await assert.rejects(clock.outcome(call()), refused)
  assert.equal(inner.calls.length, 9)

  // Side by side: two fail, the one that began first succeeds at 50 ms, and three fail after that.
  const failures = [10, 20, 60, 70, 80].map((ms) => script.failAfter(ms))
  const mixed = script.sequence(script.delay(50, 'ok'), ...failures, script.delay(100, 'let in'))
  const busy = withRetry(mixed, single())
  const [success, ...others] = lookedAtLater(...Array.from({ length: 6 }, () => busy()))
  await assert.rejects(clock.outcome(others[2]), /scripted failure/)
  await clock.advance(5)
  const seventh = busy()
  await assert.rejects(clock.outcome(others[4]), /scripted failure/)
  await assert.rejects(clock.outcome(busy()), refused)
  for (const [result, value] of [[success, 'ok'], [seventh, 'let in']]) {
    assert.equal(await clock.outcome(result), value)
  }
}))

test('a call that succeeds in the end is no failure', check(async ({ withRetry, clock, script }) => {
  const bad = script.fail()
  const good = script.succeed('ok')
  const inner = script.sequence(bad, good, bad, bad, good, bad, good, bad, good, good)
  const call = withRetry(inner, { maxAttempts: 3, baseDelayMs: 10, failureThreshold: 2, resetAfterMs: 500 })
  for (let count = 0; count < 5; count++) assert.equal(await clock.outcome(call()), 'ok')
  await clock.runAll()
  assert.equal(inner.calls.length, 10)
}))

test('lets a probe through after resetAfterMs, and closes when it succeeds', check(async (world) => {
  const { withRetry, clock, script } = world
  const bad = script.fail()
  const good = script.succeed('ok')
  const inner = script.sequence(bad, bad, bad, good, bad)
  const call = observed(withRetry(inner, single()), inner)
  await failing(3, call, clock)
  await clock.advance(499)
  await assert.rejects(clock.outcome(call()), refused)
  await clock.advance(2)
  assert.equal(await clock.outcome(call()), 'ok')
  // The count begins anew.
  await failing(3, call, clock)
  await assert.rejects(clock.outcome(call()), refused)
  assert.equal(inner.calls.length, 7)
  assert.deepEqual(call.states, ['closed', 'open', 'half-open', 'closed', 'open'])
}))

test('opens again when the probe fails, for as long as before', check(async ({ withRetry, clock, script }) => {
  // The probe takes its time to fail; the circuit is open from then on.
  const inner = script.sequence(...Array(3).fill(script.fail()), script.failAfter(200), script.succeed('well again'))
  const call = observed(withRetry(inner, single()), inner)
  await failing(3, call, clock)
  await assert.rejects(clock.outcome(call()), refused)
  await clock.advance(501)
  await failing(1, call, clock)
  await assert.rejects(clock.outcome(call()), refused)
  await clock.advance(498)
  await assert.rejects(clock.outcome(call()), refused)
  await clock.advance(3)
  assert.equal(await clock.outcome(call()), 'well again')
  assert.equal(await clock.outcome(call()), 'well again')
  assert.deepEqual(call.states, ['closed', 'open', 'half-open', 'open', 'half-open', 'closed'])
  assert.equal(inner.calls.length, 6)
}))

test('refuses others while the probe is under way', check(async ({ withRetry, clock, script }) => {
  // The probe takes longer than the circuit was open.
  const inner = script.sequence(script.fail(), script.delay(1200, 'probe'), script.succeed('after'))
  const call = withRetry(inner, single({ failureThreshold: 1 }))
  await failing(1, call, clock)
  await clock.advance(501)
  const [probe, second, third] = lookedAtLater(call(), call(), call())
  await clock.until(second)
  assert.equal(clock.now, 501)
  await assert.rejects(second, refused)
  await assert.rejects(clock.outcome(third), refused)
  await clock.advance(1100)
  await assert.rejects(clock.outcome(call()), refused)
  assert.equal(inner.calls.length, 2)
  assert.equal(await clock.outcome(probe), 'probe')
  assert.equal(await clock.outcome(call()), 'after')
}))

test('calls from before the opening change nothing any more', check(async ({ withRetry, clock, script }) => {
  // Under way when it opens, and for two attempts more.
  const stubborn = script.sequence(script.failAfter(100), ...Array(4).fill(script.fail()), script.succeed('at last'))
  const patient = withRetry(stubborn, single({ maxAttempts: 3, failureThreshold: 1, resetAfterMs: 5000 }))
  const underWay = patient()
  await failing(1, patient, clock)
  assert.equal(await clock.outcome(underWay), 'at last')
  assert.deepEqual(startsOf(stubborn), [0, 0, 10, 30, 110, 130])
  await assert.rejects(clock.outcome(patient()), refused)

  const lateFailure = script.failAfter(200, new Error('late failure'))
  const inner = script.sequence(
    script.delay(100, 'late success'), lateFailure, script.fail(), script.fail(), script.succeed('probe'),
  )
  const call = withRetry(inner, single({ failureThreshold: 2 }))
  const [success, failure] = lookedAtLater(call(), call())
  await failing(2, call, clock)
  assert.equal(await clock.outcome(success), 'late success')
  await assert.rejects(clock.outcome(call()), refused)
  await assert.rejects(clock.outcome(failure), /late failure/)
  await assert.rejects(clock.outcome(call()), refused)
  await clock.advance(301)
  assert.equal(await clock.outcome(call()), 'probe')
  assert.equal(inner.calls.length, 5)
}))

// A latency is one of four, from the least to the most, as in the exercise.
const lastStep = 3

/**
 * The latencies of the six customers and of the probe, as steps, once for each run. 22 runs: all seven at their least,
 * then each of them at each of its three other steps. The exercise, too, tries those first that differ least from the
 * usual ones; it goes on to 64 runs, of the 16384 that there are, each with a copy of the submission. Here one copy has
 * to do for all, which is how a test file would have it.
 */
function* latencyPlans() {
  const least = Array(7).fill(0)
  yield least
  for (let position = 0; position < least.length; position++) {
    for (let step = 1; step <= lastStep; step++) yield least.with(position, step)
  }
}

/** Has six customers call at about the same time, when a probe is due. */
async function oneOfManyProbes(plan, { withRetry, clock, script }) {
  const steps = plan.values()
  // A submission that lets more than one of them through gets the least latency for the rest.
  const between = (least, most) => least + Math.round((most - least) * (steps.next().value ?? 0) / lastStep)
  const probe = script.delays(() => between(30, 60), 'probe')
  const inner = script.sequence(script.fail(), script.fail(), probe, script.succeed('after'))
  const call = withRetry(inner, single({ failureThreshold: 2 }))
  await failing(2, call, clock)
  await clock.advance(501)
  const outcomes = []
  const customer = script.delays(() => between(0, 25))
  for (let count = 0; count < 6; count++) {
    customer().then(call).then((value) => outcomes.push(value), (error) => outcomes.push(error.name))
  }
  await clock.runAll()
  assert.equal(inner.calls.length, 3)
  assert.equal(outcomes.length, 6)
  assert.equal(outcomes.filter((outcome) => outcome === 'probe').length, 1)
  assert.equal(outcomes.filter((outcome) => outcome === 'CircuitOpenError').length, 5)
  assert.equal(await clock.outcome(call()), 'after')
}

test('lets exactly one of many callers probe', check(async (world) => {
  for (const plan of latencyPlans()) await oneOfManyProbes(plan, world)
}))

test('circuits do not disturb each other', check(async ({ withRetry, clock, script }) => {
  const down = script.failTimes(9, 7)
  const up = script.succeed('fine')
  const options = { maxAttempts: 4, baseDelayMs: 5, failureThreshold: 2, resetAfterMs: 1200 }
  const call = observed(withRetry(down, options), down)
  const other = withRetry(up, options)
  await failing(2, call, clock)
  assert.deepEqual(startsOf(down), [0, 5, 15, 35, 35, 40, 50, 70])
  await assert.rejects(clock.outcome(call()), refused)
  assert.equal(await clock.outcome(other()), 'fine')
  await clock.advance(1201)
  // The probe may try again, too.
  assert.equal(await clock.outcome(call()), 7)
  assert.equal(await clock.outcome(call()), 7)
  assert.deepEqual(startsOf(down).slice(8), [1271, 1276, 1276])
  assert.deepEqual(call.states, ['closed', 'open', 'half-open', 'closed'])
  assert.equal(up.calls.length, 1)
}))

// For extra points: the runner reports a `todo` that fails, and the file passes without it.
test('reports its states', { todo: 'for extra points' }, check(async ({ withRetry, clock, script }) => {
  const report = script.calling(() => {})
  const inner = script.failTimes(4, 'ok')
  const call = withRetry(inner, single({ onStateChange: report }))
  await failing(3, call, clock)
  await assert.rejects(clock.outcome(call()), refused)
  await clock.advance(501)
  await failing(1, call, clock)
  await clock.advance(501)
  assert.equal(await clock.outcome(call()), 'ok')
  await clock.runAll()
  const states = report.calls.map(({ args }) => args[0])
  assert.deepEqual(states, ['open', 'half-open', 'open', 'half-open', 'closed'])
}))
