// SPDX-License-Identifier: MIT

/** A scripted function whose n-th call takes the n-th of these times and gives a text with its number. */
const taking = (script, times) => script.sequence(...times.map((ms, index) => script.delay(ms, `result ${index}`)))
const letters = (count) => Array.from({ length: count }, (_, index) => String.fromCharCode(97 + index))

/** No call began after a failure. One of the same instant, a job or two before that is known, is forgiven. */
function expectNoStartAfter(expect, fn, failedAt) {
  const laterStarts = fn.calls.map(({ startedAt }) => startedAt).filter((at) => at > failedAt)
  expect({ failedAt, laterStarts }).toEqual({ failedAt, laterStarts: [] })
}

check('gives the results in the order of the items', { points: 10 }, async ({ submission, time, script, expect }) => {
  const fn = taking(script, [70, 10, 40, 20])
  const result = submission.mapLimit(letters(4), 2, fn)
  await time.runAll()
  await expect(result).toResolve(['result 0', 'result 1', 'result 2', 'result 3'])
  expect(fn).toHaveBeenCalledTimes(4)
})

check('calls the function with item and index, in order', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const fn = taking(script, [30, 20, 10])
  const names = ['oak', 'elm', 'ash']
  // What the submission gets is an array of its own realm; as an item of another list that one comes back.
  let items
  await submission.mapLimit([names], 1, (item) => {
    items = item
  })
  const result = submission.mapLimit(names, 2, fn)
  await time.runAll()
  expect(fn.calls.map(({ args }) => args)).toEqual([['oak', 0], ['elm', 1], ['ash', 2]])
  await expect(result).toResolve(['result 0', 'result 1', 'result 2'])
  expect({ items }).toEqual({ items: ['oak', 'elm', 'ash'] })
})

check('never has more than limit calls under way', { points: 10 }, async ({ submission, time, script, expect }) => {
  for (const limit of [1, 2, 5]) {
    const fn = taking(script, [30, 10, 20, 15, 25, 10, 5, 40])
    const result = submission.mapLimit(letters(8), limit, fn)
    await time.runAll()
    expect(fn).toHaveBeenCalledTimes(8)
    expect(fn).toHaveAtMostInFlight(limit)
    await expect(result).toResolve()
  }
})

check('has as many under way as it may', { points: 10 }, async ({ submission, time, script, expect }) => {
  const [fn, other] = [script.delay(100, 'x'), script.delay(70, 'y')]
  const result = submission.mapLimit(letters(7), 3, fn)
  // Meanwhile, somebody else: with a limit that is counted apart, and is as large as was asked for.
  const otherResult = submission.mapLimit(letters(30), 24, other)
  await time.settle()
  expect(fn).startedAt(0, 0, 0)
  expect(other).toHaveBeenCalledTimes(24)
  await time.runAll()
  expect(fn).toHaveReachedInFlight(3)
  await expect(result).toResolve(letters(7).fill('x'))
  await expect(otherResult).toResolve(letters(30).fill('y'))
})

check('starts the next one whenever one has ended', {
  points: 15, needs: 'has as many under way as it may',
}, async ({ submission, script, expect }) => {
  const fn = taking(script, [100, 20, 30, 10, 5, 50])
  const result = submission.mapLimit(letters(6), 2, fn)
  await expect(result).toSettleAt(115)
  expect(fn).startedAt(0, 0, 20, 50, 60, 65)
})

check('needs neither items nor a small limit', { points: 5 }, async ({ submission, time, script, expect }) => {
  const never = script.succeed(1)
  const empty = submission.mapLimit([], 4, never)
  await expect(empty).toSettleAt(0)
  await expect(empty).toResolve([])
  expect(never).toHaveBeenCalledTimes(0)
  const fn = taking(script, [20, 10])
  const result = submission.mapLimit(['p', 'q'], 50, fn)
  await time.runAll()
  expect(fn).startedAt(0, 0)
  await expect(result).toResolve(['result 0', 'result 1'])
})

check('rejects at the first failure, with its very error', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const error = script.error('picture is broken', { code: 'EPNG' })
  const fn = script.sequence(script.delay(500), script.failAfter(40, error), script.delay(600))
  const result = submission.mapLimit(letters(3), 3, fn)
  await expect(result).toSettleAt(40)
  await expect(result).toReject(error)
  await time.runAll()
})

check('starts no more calls after a failure', {
  points: 10, needs: 'has as many under way as it may',
}, async ({ submission, time, script, expect }) => {
  const error = script.error('no picture')
  const fn = script.sequence(script.delay(50), script.failAfter(20, error), script.delay(60), script.delay(70))
  await expect(submission.mapLimit(letters(9), 3, fn)).toReject(error)
  await time.runAll()
  expectNoStartAfter(expect, fn, 20)
})

check('a second failure disturbs nobody', { points: 5 }, async (world) => {
  const { submission, time, script, expect, trace } = world
  const fn = script.sequence(
    script.failAfter(30, script.error('first')), script.failAfter(60, script.error('second')), script.failAfter(90),
  )
  const result = submission.mapLimit(letters(5), 3, fn)
  await expect(result).toReject('first')
  await time.runAll()
  expect(trace).toHaveNoUnhandledRejection()
})

check('takes plain values, and functions that throw', { points: 5 }, async (world) => {
  const { submission, time, script, expect } = world
  const plain = script.calling((item) => item * 2)
  await expect(submission.mapLimit([4, 0, 7], 2, plain)).toResolve([8, 0, 14])
  const album = { pages: new Set([1, 2]) }
  const [same] = await submission.mapLimit(['album'], 2, () => album)
  expect(same).toBe(album)

  // A throw where nothing takes any time, in the first round, and where a call has ended.
  const error = script.error('no such picture')
  for (const [item, tookMs, failedAt] of [['b', 0, 0], ['b', 10, 0], ['c', 10, 10]]) {
    const start = time.now()
    const [quick, slow] = [script.delay(tookMs), script.delay(50)]
    const thrower = script.calling((each) => {
      if (each === item) throw error
      if (tookMs === 0) return each
      return each === 'a' ? quick() : slow()
    })
    const result = submission.mapLimit(letters(6), 2, thrower)
    await expect(result).toSettleAt(start + failedAt)
    await expect(result).toReject(error)
    await time.runAll()
    expectNoStartAfter(expect, thrower, start + failedAt)
  }
})

check('is right whatever the latencies', { points: 5, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const steps = letters(8).map((letter) => script.delays(1, 40, letter))
  const fn = script.sequence(...steps)
  const result = submission.mapLimit(letters(8), 3, fn)
  await time.runAll()
  await expect(result).toResolve(letters(8))
  expect(fn).toHaveBeenCalledTimes(8)
  expect(fn).toHaveAtMostInFlight(3)
  expect(fn).toHaveReachedInFlight(3)
})

check('works for other lists, too', { points: 5, hidden: true }, async ({ submission, time, script, expect }) => {
  const fn = script.sequence(script.delay(25), script.delay(10, null), script.delay(5, 0), script.delay(40, ''))
  const result = submission.mapLimit([3, undefined, null, 'd', 3, 3], 4, fn)
  await expect(result).toSettleAt(50)
  await expect(result).toResolve([undefined, null, 0, '', '', ''])
  expect(fn).startedAt(0, 0, 0, 0, 5, 10)

  const start = time.now()
  const failing = script.sequence(script.delay(10, 1), script.delay(10, 2), script.failAfter(10))
  const other = submission.mapLimit(letters(5), 1, failing)
  await expect(other).toSettleAt(start + 30)
  await expect(other).toReject('scripted failure')
  await time.runAll()
  const starts = failing.calls.map(({ startedAt }) => startedAt - start)
  expect(starts.slice(0, 3)).toEqual([0, 10, 20])
  expect(starts.every((at) => at <= 30)).toBe(true)
})

check('takes whatever can be iterated', { points: 5, extra: true }, async ({ submission, time, script, expect }) => {
  const fn = script.calling((item, index) => `${item}${index}`)
  const fromSet = submission.mapLimit(new Set(['x', 'y', 'x', 'z']), 2, fn)
  const fromText = submission.mapLimit('t🌳a', 1, fn)
  const fromOther = submission.mapLimit({ *[Symbol.iterator]() { yield* 'pq' } }, 2, fn)
  await time.runAll()
  await expect(fromSet).toResolve(['x0', 'y1', 'z2'])
  await expect(fromText).toResolve(['t0', '🌳1', 'a2'])
  await expect(fromOther).toResolve(['p0', 'q1'])
})
