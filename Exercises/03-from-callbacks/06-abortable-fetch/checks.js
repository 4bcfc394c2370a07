// SPDX-License-Identifier: MIT
const first = 'fetches and gives the data'
const callers = 'stops along with its caller'
const limited = 'stops when the time is over'
const timeout = { name: 'TimeoutError' }

/** A text or an object with a message is no error: only errors know where they were made. */
async function expectError(expect, promise) {
  const reason = await promise.then(() => 'no error: it was fulfilled', (error) => error)
  expect(typeof reason?.stack === 'string' ? 'an Error' : reason).toBe('an Error')
}

/** An answer whose data is there at once. */
function answer(script, data) {
  return { ok: true, status: 200, json: script.succeed(data) }
}

/** A fetch that answers at once; the data takes its time and can be stopped. */
function slowData(body) {
  return async (url, { signal } = {}) => ({ ok: true, status: 200, json: () => body(signal) })
}

/** Each fetch fails in its own way, and a part of the message tells which. */
function failures(script) {
  const garbled = script.failAfter(5, script.error('unexpected end of JSON'))
  return [
    [script.fail(script.error('offline')), 'offline'],
    [script.succeed({ ok: false, status: 410, json: script.succeed() }), '410'],
    [slowData(garbled), 'unexpected end'],
  ]
}

const signalOf = ({ args: [, init] }) => (typeof init?.signal?.aborted === 'boolean' ? 'a signal' : init)

check(first, { points: 5 }, async ({ submission, time, script, expect }) => {
  const fetch = script.abortable(40, answer(script, { boats: 3 }))
  const data = submission.fetchJSON(fetch, '/boats')
  await time.settle()
  expect(fetch).startedAt(0)
  expect(fetch.calls[0].args[0]).toBe('/boats')
  await time.advance(39)
  expect(data).toBePending()
  await expect(data).toResolve({ boats: 3 })
  const others = submission.fetchJSON(fetch, '/boats', { signal: undefined, timeoutMs: 500 })
  await expect(others).toResolve({ boats: 3 })
  expect(fetch).toHaveBeenCalledTimes(2)
})

check('needs no options, and takes any data', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  for (const value of [null, 0, false, '']) {
    // A method, as that of a real answer; and 203 is as good as 200.
    const found = { ok: true, status: 203 }
    found.json = async function json() {
      if (this !== found) throw script.error('json() was called without its answer')
      return value
    }
    const fetch = script.succeed(found)
    await expect(submission.fetchJSON(fetch, '/boats')).toResolve(value)
    expect(signalOf(fetch.calls[0])).toBe('a signal')
  }
  // Without a limit, hours are not too long.
  const snail = script.abortable(9e6, answer(script, 'here at last'))
  await expect(submission.fetchJSON(snail, '/boats', {})).toResolve('here at last')
})

check('passes on what goes wrong', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  const offline = script.error('offline', { code: 'E_NET' })
  const fetch = script.failAfter(15, offline)
  await expect(submission.fetchJSON(fetch, '/boats', { timeoutMs: 100 })).toRejectWith(offline)
  expect(fetch).toHaveBeenCalledTimes(1)
  // Not every reason is an error, and not every error with that name comes from an abort.
  for (const reason of ['cut off', script.error('the server hung up', { name: 'AbortError' })]) {
    await expect(submission.fetchJSON(script.fail(reason), '/boats', { timeoutMs: 100 })).toRejectWith(reason)
  }
  const garbled = script.error('unexpected end of JSON')
  const broken = script.delay(10, { ok: true, status: 200, json: script.failAfter(10, garbled) })
  await expect(submission.fetchJSON(broken, '/boats')).toRejectWith(garbled)
})

check('rejects an answer that is not ok', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  for (const status of [404, 503, 304]) {
    const json = script.succeed({ boats: [] })
    const data = submission.fetchJSON(script.delay(10, { ok: false, status, json }), '/boats')
    await expect(data).toReject(`${status}`)
    await expectError(expect, data)
    expect(json).toHaveBeenCalledTimes(0)
  }
})

check(callers, { points: 15, needs: first }, async ({ submission, time, script, abort, expect }) => {
  const fetch = script.abortable(500, answer(script, 'late'))
  const caller = abort()
  const data = submission.fetchJSON(fetch, '/boats', { signal: caller.signal, timeoutMs: 400 })
  await time.advance(30)
  expect(data).toBePending()
  caller.abort('left the page')
  await expect(data).toRejectWith('left the page')
  expect(time.now()).toBe(30)
  expect(fetch).toHaveBeenAborted(30)
  // The signal of one caller may stop several requests, and any value is a reason.
  for (const reason of [script.error('changed my mind'), '', 0, false]) {
    const again = abort()
    const fetches = () => submission.fetchJSON(fetch, '/boats', { signal: again.signal })
    const both = [fetches(), fetches()]
    await time.advance(10)
    again.abort(reason)
    for (const each of both) await expect(each).toRejectWith(reason)
  }
})

check(limited, { points: 15, needs: first }, async ({ submission, time, script, expect }) => {
  const fetch = script.abortable(500, answer(script, 'late'))
  const data = submission.fetchJSON(fetch, '/boats', { timeoutMs: 120 })
  await time.advance(119)
  expect(data).toBePending()
  await expect(data).toReject(timeout)
  expect(time.now()).toBe(120)
  await time.settle()
  expect(fetch).toHaveBeenAborted(120)
})

check('counts the data in', { points: 10, needs: limited }, async ({ submission, time, script, abort, expect }) => {
  const body = script.abortable(300, { boats: 7 })
  const fetch = async (url, { signal } = {}) => {
    await script.delay(50)()
    return { ok: true, status: 200, json: () => body(signal) }
  }
  const data = submission.fetchJSON(fetch, '/boats', { timeoutMs: 200 })
  await expect(data).toReject(timeout)
  await expectError(expect, data)
  expect(time.now()).toBe(200)
  expect(body).toHaveBeenAborted(200)
  await expect(submission.fetchJSON(fetch, '/boats', { timeoutMs: 351 })).toResolve({ boats: 7 })
  const caller = abort()
  const stopped = submission.fetchJSON(fetch, '/boats', { signal: caller.signal })
  const start = time.now()
  await time.advance(100)
  caller.abort('enough')
  await expect(stopped).toReject('enough')
  expect(time.now() - start).toBe(100)
  expect(body).toHaveBeenAborted(200, start + 100)
})

check('starts nothing for a signal that is aborted', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const fetch = script.abortable(20, answer(script, 'never asked for'))
  for (const reason of ['closed on Mondays', 0, null]) {
    const caller = abort()
    caller.abort(reason)
    const data = submission.fetchJSON(fetch, '/boats', { signal: caller.signal, timeoutMs: 50 })
    await time.settle()
    expect(trace).toHaveNoTimersLeft()
    await expect(data).toRejectWith(reason)
  }
  await time.runAll()
  expect(fetch).toHaveBeenCalledTimes(0)
})

check('leaves no timer behind', { points: 5, needs: first }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const options = { timeoutMs: 10_000 }
  await expect(submission.fetchJSON(script.delay(5, answer(script, 1)), '/a', options)).toResolve(1)
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  for (const [fetch, reason] of failures(script)) {
    await expect(submission.fetchJSON(fetch, '/b', options)).toReject(reason)
    await time.settle()
    expect(trace).toHaveNoTimersLeft()
  }
  const caller = abort()
  const data = submission.fetchJSON(script.abortable(50, 'late'), '/c', { ...options, signal: caller.signal })
  caller.abort('stop')
  await expect(data).toReject('stop')
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
})

check('leaves no listener behind', { points: 5, needs: first }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const caller = abort()
  const options = { signal: caller.signal, timeoutMs: 80 }
  await expect(submission.fetchJSON(script.abortable(5, answer(script, 1)), '/a', options)).toResolve(1)
  await time.settle()
  expect(trace).toHaveNoListenersLeft()
  const slow = script.abortable(500, 'late')
  for (const [fetch, reason] of [...failures(script), [slow, timeout], [slowData(slow), timeout]]) {
    await expect(submission.fetchJSON(fetch, '/b', options)).toReject(reason)
    await time.settle()
    expect(trace).toHaveNoListenersLeft()
  }
  caller.abort('after the end')
  await time.runAll()
})

check('keeps requests apart', { points: 5, needs: limited, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const slow = script.abortable(900, answer(script, 'late'))
  const quick = script.delays(1, 150, answer(script, 'here'))
  const ahead = submission.fetchJSON(quick, '/boats', { timeoutMs: 400 })
  const lost = submission.fetchJSON(slow, '/boats', { timeoutMs: 50 })
  const steady = script.abortable(120, answer(script, 'there'))
  const behind = submission.fetchJSON(steady, '/boats', { timeoutMs: 600 })
  const last = submission.fetchJSON(slow, '/boats', { timeoutMs: 200 })
  await time.runAll()
  await expect(lost).toReject(timeout)
  await expect(last).toReject(timeout)
  await expect(ahead).toResolve('here')
  await expect(behind).toResolve('there')
  expect(slow).toHaveBeenAborted(50, 200)
  expect(steady).not.toHaveBeenAborted()
})

check('fetches other pages', { points: 5, needs: first, hidden: true }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const caller = abort()
  const fetch = script.abortable(75, answer(script, [1, 1, 2, 3, 5]))
  const data = submission.fetchJSON(fetch, '/numbers', { signal: caller.signal, timeoutMs: 76 })
  await expect(data).toResolve([1, 1, 2, 3, 5])
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(fetch.calls[0].args[0]).toBe('/numbers')
  const late = submission.fetchJSON(fetch, '/numbers', { signal: caller.signal, timeoutMs: 74 })
  await expect(late).toReject(timeout)
  const stopped = submission.fetchJSON(fetch, '/numbers', { signal: caller.signal })
  // Right away is before anything else runs.
  expect(fetch).toHaveBeenCalledTimes(3)
  caller.abort()
  await expect(stopped).toReject({ name: 'AbortError' })
  await time.settle()
  expect(fetch.calls[2].args[1]?.signal?.aborted).toBe(true)
  expect(trace).toHaveNoListenersLeft()
  expect(trace).toHaveNoTimersLeft()
})

check('does not rely on fetch to listen', { points: 10, needs: limited, extra: true }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const caller = abort()
  const data = submission.fetchJSON(script.hang(), '/a', { signal: caller.signal, timeoutMs: 90 })
  await expect(data).toReject(timeout)
  expect(time.now()).toBe(90)
  const deaf = script.succeed({ ok: true, status: 200, json: script.hang() })
  await expect(submission.fetchJSON(deaf, '/b', { timeoutMs: 30 })).toReject(timeout)
  const hanging = submission.fetchJSON(script.hang(), '/c', { signal: caller.signal })
  await time.advance(20)
  caller.abort('enough')
  await expect(hanging).toReject('enough')
  expect(time.now()).toBe(140)
  await time.settle()
  expect(trace).toHaveNoListenersLeft()
})

check('tries again when asked to', { points: 10, needs: limited, extra: true }, async (world) => {
  const { submission, time, script, abort, expect } = world
  const offline = script.error('offline')
  const third = script.failTimes(2, 'no reply').then(answer(script, 'at last'))
  await expect(submission.fetchJSON(third, '/a', { retries: 2 })).toResolve('at last')
  expect(third).startedAt(0, 0, 0)
  for (const call of third.calls) expect([call.args[0], signalOf(call)]).toEqual(['/a', 'a signal'])
  const never = script.sequence(script.fail(script.error('cut off')), script.fail(offline))
  await expect(submission.fetchJSON(never, '/b', { retries: 5 })).toRejectWith(offline)
  expect(never).toHaveBeenCalledTimes(6)
  const garbled = script.succeed({ ok: true, status: 200, json: script.fail(script.error('unexpected end of JSON')) })
  await expect(submission.fetchJSON(garbled, '/b', { retries: 3 })).toReject('unexpected end')
  expect(garbled).toHaveBeenCalledTimes(1)
  const caller = abort()
  const left = script.abortable(100, answer(script, 'late'))
  const stopped = submission.fetchJSON(left, '/c', { signal: caller.signal, retries: 3 })
  await time.settle()
  caller.abort('enough')
  await expect(stopped).toReject('enough')
  await time.settle()
  expect(left).toHaveBeenCalledTimes(1)
  const busy = script.succeed({ ok: false, status: 503, json: script.succeed() })
  await expect(submission.fetchJSON(busy, '/c', { retries: 4 })).toReject('503')
  expect(busy).toHaveBeenCalledTimes(1)
  const start = time.now()
  const slow = script.sequence(script.failAfter(30, offline), script.abortable(100, answer(script, 'late')))
  await expect(submission.fetchJSON(slow, '/d', { retries: 9, timeoutMs: 50 })).toReject(timeout)
  expect(time.now() - start).toBe(50)
  await time.runAll()
  expect(slow).toHaveBeenCalledTimes(2)
})
