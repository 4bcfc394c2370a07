// SPDX-License-Identifier: MIT
const first = 'fetches and gives the data'
const callers = 'stops along with its caller'
const limited = 'stops when the time is over'
const timeout = { name: 'TimeoutError' }

async function reasonOf(promise) {
  try {
    await promise
  } catch (reason) {
    return reason
  }
  return 'none: it was fulfilled'
}

/** An answer whose data is there at once. */
function answer(script, data) {
  return { ok: true, status: 200, json: script.succeed(data) }
}

check(first, { points: 10 }, async ({ submission, time, script, expect }) => {
  const fetch = script.abortable(40, answer(script, { boats: 3 }))
  const data = submission.fetchJSON(fetch, '/boats')
  await time.settle()
  expect(fetch).toHaveBeenCalledTimes(1)
  expect(fetch).startedAt(0)
  expect(fetch.calls[0].args[0]).toBe('/boats')
  await time.advance(39)
  expect(data).toBePending()
  await expect(data).toResolve({ boats: 3 })
  const others = submission.fetchJSON(fetch, '/boats', { signal: undefined, timeoutMs: 500 })
  await expect(others).toResolve({ boats: 3 })
  expect(fetch).toHaveBeenCalledTimes(2)
})

check('passes on what goes wrong', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  const offline = script.error('offline', { code: 'E_NET' })
  const fetch = script.failAfter(15, offline)
  await expect(submission.fetchJSON(fetch, '/boats', { timeoutMs: 100 })).toReject(offline)
  expect(fetch).toHaveBeenCalledTimes(1)
  const garbled = script.error('unexpected end of JSON')
  const broken = script.delay(10, { ok: true, status: 200, json: script.failAfter(10, garbled) })
  await expect(submission.fetchJSON(broken, '/boats')).toReject(garbled)
})

check('rejects an answer that is not ok', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  for (const status of [404, 503]) {
    const json = script.succeed({ boats: [] })
    await expect(submission.fetchJSON(script.delay(10, { ok: false, status, json }), '/boats')).toReject(`${status}`)
    expect(json).toHaveBeenCalledTimes(0)
  }
})

check(callers, { points: 15, needs: first }, async ({ submission, time, script, abort, expect }) => {
  const fetch = script.abortable(500, answer(script, 'late'))
  const caller = abort()
  const data = submission.fetchJSON(fetch, '/boats', { signal: caller.signal, timeoutMs: 400 })
  const reason = reasonOf(data)
  await time.advance(30)
  expect(data).toBePending()
  caller.abort('left the page')
  await expect(data).toReject('left the page')
  expect(await reason).toBe('left the page')
  expect(time.now()).toBe(30)
  expect(fetch).toHaveBeenAborted(30)
  const failure = script.error('changed my mind')
  const again = abort()
  const second = submission.fetchJSON(fetch, '/boats', { signal: again.signal })
  await time.advance(10)
  again.abort(failure)
  await expect(second).toReject(failure)
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
  const fetch = async (url, { signal }) => {
    await script.delay(50)()
    return { ok: true, status: 200, json: () => body(signal) }
  }
  const data = submission.fetchJSON(fetch, '/boats', { timeoutMs: 200 })
  await expect(data).toReject(timeout)
  expect(time.now()).toBe(200)
  await expect(submission.fetchJSON(fetch, '/boats', { timeoutMs: 351 })).toResolve({ boats: 7 })
  const caller = abort()
  const stopped = submission.fetchJSON(fetch, '/boats', { signal: caller.signal })
  const start = time.now()
  await time.advance(100)
  caller.abort('enough')
  await expect(stopped).toReject('enough')
  expect(time.now() - start).toBe(100)
})

check('starts nothing for a signal that is aborted', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const fetch = script.abortable(20, answer(script, 'never asked for'))
  const caller = abort()
  caller.abort('closed on Mondays')
  const data = submission.fetchJSON(fetch, '/boats', { signal: caller.signal, timeoutMs: 50 })
  const reason = reasonOf(data)
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  await expect(data).toReject('closed on Mondays')
  expect(await reason).toBe('closed on Mondays')
  await time.runAll()
  expect(fetch).toHaveBeenCalledTimes(0)
})

check('leaves no timer behind', { points: 5, needs: first }, async (world) => {
  const { submission, time, script, abort, trace, expect } = world
  const options = { timeoutMs: 10_000 }
  await expect(submission.fetchJSON(script.delay(5, answer(script, 1)), '/a', options)).toResolve(1)
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  await expect(submission.fetchJSON(script.fail(script.error('offline')), '/b', options)).toReject('offline')
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  const gone = script.succeed({ ok: false, status: 410, json: script.succeed() })
  await expect(submission.fetchJSON(gone, '/c', options)).toReject('410')
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  const caller = abort()
  const data = submission.fetchJSON(script.abortable(50, 'late'), '/d', { ...options, signal: caller.signal })
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
  await expect(submission.fetchJSON(script.fail(script.error('offline')), '/b', options)).toReject('offline')
  await time.settle()
  expect(trace).toHaveNoListenersLeft()
  const slow = script.abortable(500, 'late')
  await expect(submission.fetchJSON(slow, '/c', options)).toReject(timeout)
  await time.settle()
  expect(trace).toHaveNoListenersLeft()
  caller.abort('after the end')
  await time.runAll()
})

check('keeps requests apart', { points: 5, needs: limited, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const slow = script.abortable(900, answer(script, 'late'))
  const quick = script.delays(1, 150, answer(script, 'here'))
  const ahead = submission.fetchJSON(quick, '/ahead', { timeoutMs: 400 })
  const reason = reasonOf(submission.fetchJSON(slow, '/lost', { timeoutMs: 50 }))
  const steady = script.abortable(120, answer(script, 'there'))
  const behind = submission.fetchJSON(steady, '/behind', { timeoutMs: 600 })
  await time.runAll()
  expect((await reason).name).toBe('TimeoutError')
  await expect(ahead).toResolve('here')
  await expect(behind).toResolve('there')
  expect(slow).toHaveBeenAborted(50)
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
  caller.abort()
  await expect(stopped).toReject({ name: 'AbortError' })
  await time.settle()
  expect(fetch.calls[2].args[1].signal.aborted).toBe(true)
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
  const { submission, time, script, expect } = world
  const offline = script.error('offline')
  const third = script.failTimes(2, offline).then(answer(script, 'at last'))
  await expect(submission.fetchJSON(third, '/a', { retries: 2 })).toResolve('at last')
  expect(third).toHaveBeenCalledTimes(3)
  const never = script.fail(offline)
  await expect(submission.fetchJSON(never, '/b', { retries: 1 })).toReject(offline)
  expect(never).toHaveBeenCalledTimes(2)
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
