// SPDX-License-Identifier: MIT
const first = 'is fulfilled when the first to settle is fulfilled'
const rejected = 'is rejected when the first to settle is rejected'

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
  await expect(submission.race([script.hang()(), script.fail('false start')()])).toRejectWith('false start')
  for (const reason of [0, undefined]) {
    const fall = async () => {
      await script.delay(5)()
      throw reason
    }
    const winner = submission.race([script.hang()(), fall(), script.delay(10, 'Lund')()])
    await expect(winner).toRejectWith(reason)
  }
})

check('lets later rejections pass in silence', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, trace, expect } = world
  const winner = submission.race([script.failAfter(40)(), script.delay(10, 'Graz')(), script.failAfter(70)()])
  await time.advance(50)
  expect(trace).toHaveNoUnhandledRejection()
  await time.runAll()
  await expect(winner).toResolve('Graz')
  // Nor does anybody behind a winner go unheard.
  await expect(submission.race(['Turku', script.failAfter(40)()])).toResolve('Turku')
  await time.runAll()
})

check('lets later values pass in silence', { points: 5, needs: rejected }, async (world) => {
  const { submission, time, script, expect } = world
  const failure = script.error('no route')
  const winner = submission.race([script.delay(30, 'Lund')(), script.failAfter(10, failure)()])
  const rejection = expect(winner).toReject(failure)
  await time.runAll()
  await rejection
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
  // Functions are values, and so is an object whose property "then" is no method; no copies are made.
  for (const thing of [() => 'Lund', { then: 'home', stop() {} }]) {
    expect(await submission.race([script.hang()(), thing])).toBe(thing)
  }
})

check('takes thenables', { points: 5, needs: first }, async ({ submission, time, script, expect }) => {
  const thenable = { then: (resolve) => resolve('by hand') }
  await expect(submission.race([script.delay(30, 'Lund')(), thenable])).toResolve('by hand')
  const failing = { then: (resolve, reject) => reject('let go') }
  await expect(submission.race([script.delay(30, 'Lund')(), failing])).toRejectWith('let go')
  // The losers run on, even where they could be stopped.
  const stop = script.succeed()
  const loser = { then() {}, cancel: stop, abort: stop }
  await expect(submission.race([loser, script.delay(10, 'Graz')(), loser])).toResolve('Graz')
  await time.runAll()
  expect(stop).toHaveBeenCalledTimes(0)
})

check('waits for ever for nobody', { points: 5 }, async ({ submission, time, expect }) => {
  const nobody = submission.race([])
  await time.advance(60_000)
  expect(nobody).toBePending()
  const races = [new Set(), oneWalk()].map((nobodyElse) => submission.race(nobodyElse))
  await time.advance(20)
  for (const race of races) expect(race).toBePending()
})

check('takes any iterable', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  await expect(submission.race(new Set([script.delay(9, 'a')(), script.delay(3, 'b')()]))).toResolve('b')
  await expect(submission.race('xyz')).toResolve('x')
  const walk = oneWalk(script.delay(9, 'a')(), script.delay(4, 'c')())
  const winner = submission.race(walk)
  expect(walk.next().done ? 'walked to its end' : 'not walked to its end').toBe('walked to its end')
  await expect(winner).toResolve('c')
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
  // Neither a length nor properties make an iterable, nor is one promise a list of promises.
  for (const inputs of [undefined, 42, { 0: 'Lund', length: 1 }, script.succeed('Lund')()]) {
    await expect(submission.race(inputs)).toReject({ name: 'TypeError' })
  }
  const failure = script.error('no track')
  const fail = () => {
    throw failure
  }
  await expect(submission.race({ [Symbol.iterator]: () => ({ next: fail }) })).toReject(failure)
  await expect(submission.race({ [Symbol.iterator]: fail })).toReject(failure)
})
