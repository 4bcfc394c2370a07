// SPDX-License-Identifier: MIT
const first = 'reports values'
const mixed = 'reports values and reasons, in order'
const fulfilled = (value) => ({ status: 'fulfilled', value })

/** An iterable that can be walked once and is no array. */
function oneWalk(...values) {
  const walk = {
    next: () => (values.length === 0 ? { done: true, value: undefined } : { done: false, value: values.shift() }),
    [Symbol.iterator]: () => walk,
  }
  return walk
}

check(first, { points: 10 }, async ({ submission, time, script, expect }) => {
  const every = submission.allSettled([script.delay(40, 'dry')(), script.delay(15, 'wet')()])
  await time.advance(39)
  expect(every).toBePending()
  await time.advance(1)
  await expect(every).toResolve([fulfilled('dry'), fulfilled('wet')])
})

check(mixed, { points: 15, needs: first }, async ({ submission, time, script, expect }) => {
  const every = submission.allSettled([
    script.failAfter(30, 'no signal')(), script.delay(50, 4)(), script.failAfter(10, 'no power')(),
  ])
  await time.advance(49)
  expect(every).toBePending()
  await expect(every).toResolve([
    { status: 'rejected', reason: 'no signal' }, fulfilled(4), { status: 'rejected', reason: 'no power' },
  ])
  // Who is there twice is reported twice.
  const twice = script.delay(10, 4)()
  await expect(submission.allSettled([twice, 'dry', twice, 'dry'])).toResolve([4, 'dry', 4, 'dry'].map(fulfilled))
})

check('hands the reason on as it is', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  const failure = script.error('no signal', { code: 'E_RADIO' })
  const [report] = await submission.allSettled([script.fail(failure)()])
  expect(report.status).toBe('rejected')
  expect(report.reason.message).toBe('no signal')
  expect(report.reason.code).toBe('E_RADIO')
  expect(report.reason).toBe(failure)
})

check('waits for the last one', { points: 10, needs: first }, async ({ submission, time, script, expect }) => {
  const every = submission.allSettled([script.fail('early')(), script.failAfter(80, 'late')(), script.delay(20, 1)()])
  await time.advance(79)
  expect(every).toBePending()
  await time.advance(1)
  await expect(every).toResolve([
    { status: 'rejected', reason: 'early' }, { status: 'rejected', reason: 'late' }, fulfilled(1),
  ])
})

check('leaves no rejection unhandled', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, trace, expect } = world
  const every = submission.allSettled([script.delay(60, 'sun')(), script.failAfter(10, 'rain')()])
  await time.advance(30)
  expect(trace).toHaveNoUnhandledRejection()
  await expect(every).toResolve([fulfilled('sun'), { status: 'rejected', reason: 'rain' }])
})

check('takes values and reasons of any kind', { points: 10, needs: mixed }, async (world) => {
  const { submission, script, expect } = world
  const values = [undefined, 0, '', null, script.delay(5, undefined)(), script.delay(9, false)()]
  const expected = [undefined, 0, '', null, undefined, false].map(fulfilled)
  await expect(submission.allSettled(values)).toResolve(expected)
  const failing = { then: (resolve, reject) => reject() }
  await expect(submission.allSettled([failing, 7])).toResolve([
    { status: 'rejected', reason: undefined }, fulfilled(7),
  ])
  // Functions are values, and so is an object whose property "then" is no method; no copies are made.
  const things = [() => 4, { then: 'rain', stop() {} }]
  const reports = await submission.allSettled(things)
  for (const index of [0, 1]) expect(reports[index].value).toBe(things[index])
})

check('takes thenables', { points: 5, needs: first }, async ({ submission, time, script, expect }) => {
  const wait = script.delay(30)
  const thenable = { then: (resolve) => void wait().then(() => resolve('low tide')) }
  const failing = { then: (resolve, reject) => reject('fog') }
  const every = submission.allSettled([thenable, failing])
  await time.advance(29)
  expect(every).toBePending()
  await expect(every).toResolve([fulfilled('low tide'), { status: 'rejected', reason: 'fog' }])
})

check('gives an empty array for no inputs', { points: 5 }, async ({ submission, expect }) => {
  await expect(submission.allSettled([])).toResolve([])
  await expect(submission.allSettled(new Set())).toResolve([])
})

check('takes any iterable', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  await expect(submission.allSettled(new Set([script.delay(8, 1)(), 2]))).toResolve([1, 2].map(fulfilled))
  await expect(submission.allSettled('ox')).toResolve(['o', 'x'].map(fulfilled))
  const walk = oneWalk(5, script.delay(8, 6)(), 7)
  const every = submission.allSettled(walk)
  expect(walk.next().done ? 'walked to its end' : 'not walked yet').toBe('walked to its end')
  await expect(every).toResolve([5, 6, 7].map(fulfilled))
})

check('holds in any order of arrival', { points: 10, needs: mixed, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const names = ['roof', 'attic', 'stairs', 'cellar']
  const readings = names.map(async (name) => {
    await script.delays(0, 40)()
    if (name.length === 5) throw `${name} is silent`
    return name
  })
  const every = submission.allSettled(readings)
  // A second call at the same time is none of its business.
  const others = submission.allSettled([script.delay(30, 'up')(), script.delay(20, 'down')()])
  await time.runAll()
  await expect(every).toResolve([
    fulfilled('roof'), { status: 'rejected', reason: 'attic is silent' }, fulfilled('stairs'), fulfilled('cellar'),
  ])
  await expect(others).toResolve(['up', 'down'].map(fulfilled))
})

check('reports other inputs', { points: 10, needs: mixed, hidden: true }, async (world) => {
  const { submission, time, script, expect } = world
  const every = submission.allSettled([
    12, script.failAfter(70, 'ice')(), script.delay(110, [1, 2])(), script.failAfter(25, 0)(),
    script.delay(60, 'snow')(),
  ])
  await time.advance(109)
  expect(every).toBePending()
  await expect(every).toResolve([
    fulfilled(12), { status: 'rejected', reason: 'ice' }, fulfilled([1, 2]), { status: 'rejected', reason: 0 },
    fulfilled('snow'),
  ])
  await expect(submission.allSettled([script.fail('a')(), script.fail('b')()])).toResolve([
    { status: 'rejected', reason: 'a' }, { status: 'rejected', reason: 'b' },
  ])
})

check('rejects what cannot be walked', { points: 10, extra: true }, async ({ submission, script, expect }) => {
  // Neither a length nor properties make an iterable, nor is one promise a list of promises.
  for (const inputs of [undefined, 42, { 0: 'roof', length: 1 }, script.succeed('roof')()]) {
    await expect(submission.allSettled(inputs)).toReject({ name: 'TypeError' })
  }
  const failure = script.error('the list is torn')
  for (const readable of [[], ['roof', script.delay(5, 'cellar')()]]) {
    const walk = oneWalk(...readable)
    const next = () => {
      const step = walk.next()
      if (step.done) throw failure
      return step
    }
    await expect(submission.allSettled({ [Symbol.iterator]: () => ({ next }) })).toReject(failure)
  }
  // Nothing else rejects it, not even an input that throws instead of calling back.
  const throwing = {
    then() {
      throw 'a storm'
    },
  }
  await expect(submission.allSettled([throwing, 7])).toResolve([
    { status: 'rejected', reason: 'a storm' }, fulfilled(7),
  ])
})
