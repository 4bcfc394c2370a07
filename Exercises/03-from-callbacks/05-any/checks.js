// SPDX-License-Identifier: MIT
const first = 'is fulfilled with the first success'
const failed = 'is rejected when all are rejected'
const aggregate = { name: 'AggregateError' }

async function reasonOf(promise) {
  try {
    await promise
  } catch (reason) {
    return reason
  }
  return undefined
}

/** Whether it is one by its class, or by one that this extends: a name can be given to anything. */
function sortOf(error) {
  for (let kind = error; kind !== null && kind !== undefined; kind = kind.__proto__) {
    if (kind.constructor?.name === 'AggregateError') return 'an AggregateError'
  }
  return 'something that is only called so'
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
  const ferry = submission.any([script.delay(40, 'Havn')(), script.delay(25, 'Sund')(), script.hang()()])
  await time.advance(24)
  expect(ferry).toBePending()
  await time.advance(1)
  await expect(ferry).toResolve('Sund')
  await time.runAll()
  await expect(ferry).toResolve('Sund')
})

check('waits for a success behind rejections', { points: 15, needs: first }, async (world) => {
  const { submission, time, script, expect } = world
  const ferry = submission.any([
    script.failAfter(10, script.error('storm'))(), script.delay(40, 'Havn')(), script.fail(script.error('no crew'))(),
  ])
  await time.advance(39)
  expect(ferry).toBePending()
  await time.advance(1)
  await expect(ferry).toResolve('Havn')
})

check('lets later rejections pass in silence', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, trace, expect } = world
  const ferry = submission.any([script.delay(20, 'Sund')(), script.failAfter(50)(), script.failAfter(5)()])
  await time.advance(60)
  expect(trace).toHaveNoUnhandledRejection()
  await expect(ferry).toResolve('Sund')
  // Nor does anybody behind the first success go unheard.
  await expect(submission.any(['a bridge', script.failAfter(40)()])).toResolve('a bridge')
  await time.runAll()
})

check('lets any value be a success', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  for (const value of [undefined, 0, '', false, null]) {
    await expect(submission.any([script.delay(20, 'late')(), script.delay(10, value)()])).toResolve(value)
  }
})

check(failed, { points: 15 }, async ({ submission, time, script, expect }) => {
  const ferry = submission.any([script.failAfter(30, 'storm')(), script.failAfter(10, 'no crew')()])
  await time.advance(29)
  expect(ferry).toBePending()
  await expect(ferry).toReject(aggregate)
  expect(time.now()).toBe(30)
  expect(sortOf(await reasonOf(ferry))).toBe('an AggregateError')
})

check('lists the reasons in the order of the inputs', { points: 10, needs: failed }, async (world) => {
  const { submission, time, script, expect } = world
  const failure = script.error('engine', { code: 'E_OIL' })
  const ferry = submission.any([
    script.failAfter(70, 'storm')(), script.failAfter(10, 'no crew')(), { then: (resolve, reject) => reject() },
    script.failAfter(40, failure)(),
  ])
  const reason = reasonOf(ferry)
  await time.runAll()
  const { errors } = await reason
  expect(errors.length).toBe(4)
  expect(errors[0]).toBe('storm')
  expect(errors[1]).toBe('no crew')
  expect(errors[2]).toBe(undefined)
  expect(errors[3].message).toBe('engine')
  expect(errors[3].code).toBe('E_OIL')
  expect(errors[3]).toBe(failure)
  // Who is there twice fails twice, and a reason that holds others stays one.
  const twice = script.failAfter(10, 'ice')()
  const none = submission.any([
    twice, script.failAfter(5, ['fog', 'wind'])(), twice, script.failAfter(5, { errors: ['mud'] })(),
  ])
  await expect(none).toReject(aggregate)
  expect((await reasonOf(none)).errors).toEqual(['ice', ['fog', 'wind'], 'ice', { errors: ['mud'] }])
})

check('is rejected when there are no inputs', { points: 5 }, async ({ submission, time, expect }) => {
  for (const inputs of [[], new Set(), oneWalk()]) {
    const nobody = submission.any(inputs)
    await time.settle()
    await expect(nobody).toReject(aggregate)
    const reason = await reasonOf(nobody)
    expect(reason.errors).toEqual([])
    expect(sortOf(reason)).toBe('an AggregateError')
  }
})

check('takes values and thenables', { points: 5, needs: first }, async ({ submission, time, script, expect }) => {
  const ferry = submission.any([script.delay(5, 'slow')(), 'a bridge'])
  await time.settle()
  await expect(ferry).toResolve('a bridge')
  const thenable = { then: (resolve) => resolve('by oar') }
  const failing = { then: (resolve, reject) => reject('leak') }
  await expect(submission.any([failing, thenable])).toResolve('by oar')
  expect((await reasonOf(submission.any([failing]))).errors).toEqual(['leak'])
  // Functions are values, and so is an object whose property "then" is no method; no copies are made.
  for (const thing of [() => 'Havn', { then: 'home', stop() {} }]) {
    const swim = submission.any([script.hang()(), thing])
    await expect(swim).toResolve()
    expect(await swim).toBe(thing)
  }
})

check('takes any iterable', { points: 5, needs: first }, async ({ submission, script, expect }) => {
  await expect(submission.any(new Set([script.fail()(), script.delay(3, 'b')()]))).toResolve('b')
  await expect(submission.any('xyz')).toResolve('x')
  const walk = oneWalk(script.fail()(), script.delay(9, 'a')())
  const found = submission.any(walk)
  expect(walk.next().done ? 'walked to its end' : 'not walked to its end').toBe('walked to its end')
  await expect(found).toResolve('a')
  expect((await reasonOf(submission.any(oneWalk(script.fail('p')(), script.fail('q')())))).errors).toEqual(['p', 'q'])
})

check('holds in any order of arrival', { points: 10, needs: failed, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const late = async (fail, text) => {
    await script.delays(0, 40)()
    if (fail) throw text
    return text
  }
  const lost = submission.any([late(true, 'ice'), late(true, 'fog'), late(true, 'strike')])
  const reason = reasonOf(lost)
  // A second call at the same time is none of its business.
  const found = submission.any([late(true, 'mist'), late(false, 'Kysten'), late(true, 'queue')])
  await time.runAll()
  expect((await reason).errors).toEqual(['ice', 'fog', 'strike'])
  await expect(found).toResolve('Kysten')
})

check('crosses elsewhere', { points: 5, needs: failed, hidden: true }, async ({ submission, time, script, expect }) => {
  const lift = submission.any([
    script.failAfter(10, 1)(), script.delay(95, { seats: 2 })(), script.failAfter(90, 3)(), script.delay(100, 'late')(),
  ])
  await time.advance(94)
  expect(lift).toBePending()
  await expect(lift).toResolve({ seats: 2 })
  const none = submission.any([9, 3, 6, 12].map((ms) => script.failAfter(ms, ms)()))
  const reason = reasonOf(none)
  await time.runAll()
  await expect(none).toReject(aggregate)
  expect((await reason).errors).toEqual([9, 3, 6, 12])
})

check('rejects what cannot be walked', { points: 10, extra: true }, async ({ submission, script, expect }) => {
  // Neither a length nor properties make an iterable, nor is one promise a list of promises.
  for (const inputs of [undefined, 42, { 0: 'Havn', length: 1 }, script.succeed('Havn')()]) {
    await expect(submission.any(inputs)).toReject({ name: 'TypeError' })
  }
  const failure = script.error('the pier is gone')
  const fail = () => {
    throw failure
  }
  await expect(submission.any({ [Symbol.iterator]: () => ({ next: fail }) })).toReject(failure)
  await expect(submission.any({ [Symbol.iterator]: fail })).toReject(failure)
})

check('counts a thenable once', { points: 10, extra: true, needs: failed }, async (world) => {
  const { submission, time, script, expect } = world
  const stammering = {
    then(resolve, reject) {
      reject('no')
      reject('no, no')
    },
  }
  const ferry = submission.any([stammering, stammering, script.delay(25, 'Sund')()])
  await time.advance(24)
  expect(ferry).toBePending()
  await expect(ferry).toResolve('Sund')
  expect((await reasonOf(submission.any([stammering]))).errors).toEqual(['no'])
})
