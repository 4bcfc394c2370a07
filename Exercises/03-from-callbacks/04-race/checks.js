// SPDX-License-Identifier: MIT
const first = 'is fulfilled when the first to settle is fulfilled'
const rejected = 'is rejected when the first to settle is rejected'

async function reasonOf(promise) {
  try {
    await promise
  } catch (reason) {
    return reason
  }
  return 'none: it was fulfilled'
}

/** An iterable that can be walked once and is no array. */
function oneWalk(...values) {
  const walk = {
    next: () => (values.length === 0 ? { done: true, value: undefined } : { done: false, value: values.shift() }),
    [Symbol.iterator]: () => walk,
  }
  return walk
}

check(first, { points: 15 }, async ({ submission, time, script, expect }) => {
  const winner = submission.race([script.delay(80, 'Lund')(), script.delay(35, 'Graz')(), script.hang()()])
  await time.advance(34)
  expect(winner).toBePending()
  await time.advance(1)
  await expect(winner).toResolve('Graz')
  expect(time.now()).toBe(35)
  await time.runAll()
  await expect(winner).toResolve('Graz')
})

check(rejected, { points: 15 }, async ({ submission, time, script, expect }) => {
  const failure = script.error('no route')
  const winner = submission.race([script.delay(50, 'Lund')(), script.failAfter(20, failure)()])
  await time.advance(19)
  expect(winner).toBePending()
  await expect(winner).toReject(failure)
  expect(time.now()).toBe(20)
  await time.runAll()
})

check('hands the reason on as it is', { points: 5, needs: rejected }, async ({ submission, script, expect }) => {
  expect(await reasonOf(submission.race([script.hang()(), script.fail('false start')()]))).toBe('false start')
})

check('lets later rejections pass in silence', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, trace, expect } = world
  const winner = submission.race([script.failAfter(40)(), script.delay(10, 'Graz')(), script.failAfter(70)()])
  await time.advance(50)
  expect(trace).toHaveNoUnhandledRejection()
  await time.runAll()
  await expect(winner).toResolve('Graz')
})

check('lets later values pass in silence', { points: 5, needs: rejected }, async (world) => {
  const { submission, time, script, expect } = world
  const failure = script.error('no route')
  const winner = submission.race([script.delay(30, 'Lund')(), script.failAfter(10, failure)()])
  const reason = reasonOf(winner)
  await time.runAll()
  expect((await reason).message).toBe('no route')
  await expect(winner).toReject(failure)
})

check('lets any value win', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  for (const value of [undefined, 0, '', false, null]) {
    await expect(submission.race([script.delay(20, 'late')(), script.delay(10, value)()])).toResolve(value)
  }
})

check('takes plain values', { points: 10, needs: first }, async ({ submission, time, script, expect }) => {
  const winner = submission.race([script.delay(5, 'slow')(), 'quick', script.hang()(), 'second'])
  await time.settle()
  await expect(winner).toResolve('quick')
  await expect(submission.race(['one', 'two'])).toResolve('one')
  await expect(submission.race([undefined, 'two'])).toResolve(undefined)
})

check('takes thenables', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  const thenable = { then: (resolve) => resolve('by hand') }
  await expect(submission.race([script.delay(30, 'Lund')(), thenable])).toResolve('by hand')
  const failing = { then: (resolve, reject) => reject('let go') }
  expect(await reasonOf(submission.race([script.delay(30, 'Lund')(), failing]))).toBe('let go')
})

check('waits for ever for nobody', { points: 5 }, async ({ submission, time, expect }) => {
  const nobody = submission.race([])
  await time.advance(60_000)
  expect(nobody).toBePending()
})

check('takes any iterable', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  await expect(submission.race(new Set([script.delay(9, 'a')(), script.delay(3, 'b')()]))).toResolve('b')
  await expect(submission.race('xyz')).toResolve('x')
  await expect(submission.race(oneWalk(script.delay(9, 'a')(), script.delay(4, 'c')()))).toResolve('c')
})

check('finds the winner in any order', { points: 10, needs: first, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const runners = ['red', 'green', 'blue', 'grey'].map((name) => script.delays(1, 60, name))
  const winner = submission.race(runners.map((runner) => runner()))
  await time.runAll()
  const name = await winner
  const [red, green, blue, grey] = runners.map((runner) => runner.calls[0].settledAt)
  expect({ red, green, blue, grey }[name]).toBe(Math.min(red, green, blue, grey))
})

check('holds other races', { points: 5, needs: first, hidden: true }, async ({ submission, time, script, expect }) => {
  const winner = submission.race([120, 45, 300, 44, 46].map((ms) => script.delay(ms, [ms])()))
  await time.advance(43)
  expect(winner).toBePending()
  await expect(winner).toResolve([44])
  const failure = script.error('torn net')
  await expect(submission.race([script.hang()(), script.hang()(), script.failAfter(7, failure)()])).toReject(failure)
  await expect(submission.race([script.delay(500, 'alone')()])).toResolve('alone')
})

check('rejects what cannot be walked', { points: 10, extra: true }, async ({ submission, script, expect }) => {
  await expect(submission.race(undefined)).toReject({ name: 'TypeError' })
  await expect(submission.race(42)).toReject({ name: 'TypeError' })
  const failure = script.error('no track')
  const torn = {
    [Symbol.iterator]: () => ({
      next() {
        throw failure
      },
    }),
  }
  await expect(submission.race(torn)).toReject(failure)
})
