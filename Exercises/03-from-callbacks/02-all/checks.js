// SPDX-License-Identifier: MIT
const first = 'is fulfilled with the values'
const order = 'keeps the order of the inputs'

/** An iterable that can be walked once and is no array. */
function oneWalk(...values) {
  const walk = {
    next: () => (values.length === 0 ? { done: true, value: undefined } : { done: false, value: values.shift() }),
    [Symbol.iterator]: () => walk,
  }
  return walk
}

check(first, { points: 10 }, async ({ submission, time, script, expect }) => {
  const every = submission.all([script.delay(20, 'oats')(), script.delay(50, 'milk')()])
  await time.advance(49)
  expect(every).toBePending()
  await time.advance(1)
  await expect(every).toResolve(['oats', 'milk'])
})

check(order, { points: 10, needs: first }, async ({ submission, time, script, expect }) => {
  const every = submission.all([script.delay(70, 'a')(), script.delay(10, 'b')(), script.delay(40, 'c')()])
  await time.advance(69)
  expect(every).toBePending()
  await time.runAll()
  await expect(every).toResolve(['a', 'b', 'c'])
  // Who is there twice has two places.
  const twice = script.delay(10, 'b')()
  await expect(submission.all([twice, 'a', twice, 'a'])).toResolve(['b', 'a', 'b', 'a'])
})

check('takes values of any kind', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  await expect(submission.all([3, 'four', null])).toResolve([3, 'four', null])
  const mixed = [undefined, script.delay(5, undefined)(), 0, script.delay(9, false)(), '']
  await expect(submission.all(mixed)).toResolve([undefined, undefined, 0, false, ''])
  // Functions are values, and so is an object whose property "then" is no method; no copies are made.
  const things = [() => 'soup', { then: 'the onions', stir() {} }]
  const found = await submission.all(things)
  for (const index of [0, 1]) expect(found[index]).toBe(things[index])
})

check('takes thenables', { points: 5, needs: first }, async ({ submission, time, script, expect }) => {
  const wait = script.delay(30)
  const thenable = { then: (resolve) => void wait().then(() => resolve('jam')) }
  const every = submission.all(['bread', thenable])
  await time.advance(29)
  expect(every).toBePending()
  await expect(every).toResolve(['bread', 'jam'])
  const failure = script.error('the jar is empty')
  await expect(submission.all([{ then: (resolve, reject) => reject(failure) }, 'bread'])).toReject(failure)
  const throwing = {
    then() {
      throw failure
    },
  }
  await expect(submission.all(['bread', throwing])).toReject(failure)
})

check('gives an empty array for no inputs', { points: 10 }, async ({ submission, time, expect }) => {
  const nothing = submission.all([])
  await time.settle()
  await expect(nothing).toResolve([])
  await expect(submission.all(new Set())).toResolve([])
})

check('takes any iterable', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  await expect(submission.all(new Set([script.delay(8, 1)(), 2, 3]))).toResolve([1, 2, 3])
  await expect(submission.all('tea')).toResolve(['t', 'e', 'a'])
  const walk = oneWalk(5, script.delay(8, 6)(), 7)
  const every = submission.all(walk)
  expect(walk.next().done ? 'walked to its end' : 'not walked yet').toBe('walked to its end')
  await expect(every).toResolve([5, 6, 7])
  await expect(submission.all(oneWalk())).toResolve([])
})

check('rejects as soon as one is rejected', { points: 15, needs: first }, async (world) => {
  const { submission, time, script, expect } = world
  const failure = script.error('no eggs')
  const every = submission.all([script.delay(200, 'flour')(), script.failAfter(30, failure)(), script.hang()()])
  await time.advance(29)
  expect(every).toBePending()
  await expect(every).toReject(failure)
  expect(time.now()).toBe(30)
  // Whatever it is: a reason need not be an error.
  for (const reason of ['no eggs', 0, undefined]) {
    const missing = async () => {
      await script.delay(5)()
      throw reason
    }
    await expect(submission.all(['flour', missing()])).toRejectWith(reason)
  }
  await time.runAll()
})

check('reports no later rejection', { points: 10, needs: 'rejects as soon as one is rejected' }, async (world) => {
  const { submission, time, script, expect } = world
  const early = script.error('no eggs')
  const every = submission.all([
    script.failAfter(60, script.error('no flour'))(), script.failAfter(20, early)(), script.failAfter(90)(),
  ])
  await expect(every).toReject(early)
  await time.runAll()
  await expect(every).toReject(early)
})

check('holds in any order of arrival', { points: 10, needs: order, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const names = ['north', 'east', 'south', 'west']
  const every = submission.all(names.map((name) => script.delays(0, 50, name)()))
  // A second call at the same time is none of its business.
  const others = submission.all([script.delay(40, 'up')(), script.delay(20, 'down')()])
  await time.runAll()
  await expect(every).toResolve(names)
  await expect(others).toResolve(['up', 'down'])
})

check('gathers other inputs', { points: 10, needs: first, hidden: true }, async (world) => {
  const { submission, time, script, expect } = world
  const waits = [90, 15, 60, 15, 120, 45]
  const every = submission.all(waits.map((ms) => script.delay(ms, ms * 2)()))
  await time.advance(119)
  expect(every).toBePending()
  await expect(every).toResolve([180, 30, 120, 30, 240, 90])
  const reason = script.error('wet wood')
  const failing = submission.all(['match', script.hang()(), script.failAfter(5, reason)()])
  await expect(failing).toReject(reason)
  await expect(submission.all(new Map([['a', 1]]))).toResolve([['a', 1]])
})

check('rejects what cannot be walked', { points: 10, extra: true }, async ({ submission, script, expect }) => {
  // Neither a length nor properties make an iterable, nor is one promise a list of promises.
  for (const inputs of [undefined, 42, { 0: 'salt', length: 1 }, script.succeed('salt')()]) {
    await expect(submission.all(inputs)).toReject({ name: 'TypeError' })
  }
  const failure = script.error('the page is torn')
  for (const readable of [[], ['salt', script.hang()()]]) {
    const walk = oneWalk(...readable)
    const next = () => {
      const step = walk.next()
      if (step.done) throw failure
      return step
    }
    await expect(submission.all({ [Symbol.iterator]: () => ({ next }) })).toReject(failure)
  }
})

check('counts a thenable once', { points: 10, extra: true, needs: 'takes thenables' }, async (world) => {
  const { submission, time, script, expect } = world
  const wait = script.delay(15)
  const stammering = {
    then(resolve, reject) {
      resolve('b')
      resolve('b again')
      reject(script.error('no b'))
      wait().then(() => resolve('b, as I said'))
    },
  }
  const every = submission.all([script.delay(25, 'a')(), stammering, stammering])
  await time.advance(24)
  expect(every).toBePending()
  await expect(every).toResolve(['a', 'b', 'b'])
})
