// SPDX-License-Identifier: MIT

const late = { name: 'TimeoutError' }

check('gives the value of a promise that is in time', { points: 5 }, async ({ submission, time, script, expect }) => {
  const result = submission.timeout(script.delay(40, 'soup')(), 100)
  await time.advance(39)
  expect(result).toBePending()
  await time.advance(2)
  await expect(result).toResolve('soup')
})

check('passes the very error on', { points: 5 }, async ({ submission, time, script, expect }) => {
  const error = script.error('sold out', { name: 'KitchenError', code: 'E_SOLD_OUT' })
  const result = submission.timeout(script.failAfter(25, error)(), 100)
  await expect(result).toReject(error)
  expect(time.now()).toBeBetween(25, 26)
  // Anything can be thrown, also what counts as false.
  for (const reason of [17, 0, null, false]) {
    await expect(submission.timeout(script.failAfter(10, reason)(), 100)).toReject(reason)
  }
})

check('rejects with a TimeoutError when the time is over', { points: 15 }, async (world) => {
  const { submission, time, script, expect } = world
  const slow = submission.timeout(script.delay(250, 'soup')(), 200)
  // After 250 ms there is nothing but this deadline that could keep the program alive.
  const never = submission.timeout(script.hang()(), 300)
  await expect(slow).toSettleAt(200)
  await expect(slow).toReject(late)
  await expect(never).toSettleAt(300)
  await expect(never).toReject(late)
  await time.runAll()
})

check('calls a function once, with a signal', { points: 10 }, async ({ submission, time, script, expect }) => {
  const work = script.delay(30, 'bread')
  const result = submission.timeout(work, 100)
  await time.settle()
  expect(work).startedAt(0)
  const [{ args }] = work.calls
  expect(args.length).toBe(1)
  expect(args[0]?.aborted).toBe(false)
  expect(typeof args[0]?.addEventListener).toBe('function')
  await expect(result).toResolve('bread')
  await time.runAll()
  expect(work).toHaveBeenCalledTimes(1)
})

check('aborts the signal at the deadline', {
  points: 10, needs: 'calls a function once, with a signal',
}, async ({ submission, time, script, expect }) => {
  const work = script.abortable(1000, 'bread')
  const result = submission.timeout(work, 150)
  await time.advance(149)
  expect(work.calls[0].args[0].aborted).toBe(false)
  await time.advance(1)
  await expect(result).toReject(late)
  expect(work).toHaveBeenAborted(150)
  expect(work.calls[0].args[0].reason?.name).toBe('TimeoutError')
  // What the work has when it is told to stop comes too late.
  const start = time.now()
  const stops = script.calling((signal) => new Promise((resolve) => {
    signal.addEventListener('abort', () => resolve('half a loaf'))
  }))
  const stopped = submission.timeout(stops, 60)
  await expect(stopped).toSettleAt(start + 60)
  await expect(stopped).toReject(late)
})

check('does not wait for work that ignores its signal', { points: 5 }, async (world) => {
  const { submission, time, script, expect } = world
  const result = submission.timeout(script.delay(5000, 'bread'), 80)
  await expect(result).toSettleAt(80)
  await expect(result).toReject(late)
  await time.runAll()
})

check('leaves no timer behind', {
  points: 10, needs: 'gives the value of a promise that is in time',
}, async ({ submission, time, script, expect, trace }) => {
  const done = submission.timeout(script.delay(10, 'tea')(), 5000)
  const failed = submission.timeout(script.failAfter(20)(), 6000)
  await expect(done).toResolve('tea')
  await expect(failed).toReject('scripted failure')
  await time.settle()
  expect(time.now()).toBeBetween(20, 21)
  expect(trace).toHaveNoTimersLeft()
})

check('leaves the signal alone when the work is over', {
  points: 10, needs: 'calls a function once, with a signal',
}, async ({ submission, time, script, expect }) => {
  const error = script.error('the shop has a deadline of its own', { name: 'TimeoutError' })
  const [done, failed] = [script.delay(30, 'jam'), script.failAfter(40, error)]
  const [first, second, third] = [done, failed, script.delay(300)].map((work) => submission.timeout(work, 100))
  await expect(first).toResolve('jam')
  await expect(second).toReject(error)
  await expect(third).toReject(late)
  await time.advance(500)
  for (const { calls: [{ args: [signal] }] } of [done, failed]) {
    expect({ aborted: signal.aborted }).toEqual({ aborted: false })
  }
})

check('nobody hears of a late failure', { points: 10 }, async ({ submission, time, script, expect, trace }) => {
  const result = submission.timeout(script.failAfter(300)(), 120)
  const other = submission.timeout(script.failAfter(350), 130)
  const early = submission.timeout(script.failAfter(50)(), 140)
  await expect(early).toReject('scripted failure')
  await expect(result).toReject(late)
  await expect(other).toReject(late)
  await time.runAll()
  expect(trace).toHaveNoUnhandledRejection()
})

check('turns a thrown error into a rejection, and takes plain values', { points: 10 }, async (world) => {
  const { submission, time, script, expect, trace } = world
  const error = script.error('the oven is off')
  const result = submission.timeout(script.calling(() => { throw error }), 60)
  const plain = submission.timeout(script.calling(() => 'leftovers'), 60)
  await expect(result).toReject(error)
  await expect(plain).toResolve('leftovers')
  await time.settle()
  expect(time.now()).toBeBetween(0, 1)
  expect(trace).toHaveNoTimersLeft()
})

check('the first one decides, whatever the latencies', { points: 5, anyOrder: true }, async (world) => {
  const { submission, time, script, expect, trace } = world
  const quick = submission.timeout(script.delays(1, 99, 'quick'), 100)
  const slow = submission.timeout(script.delays(101, 400, 'slow'), 100)
  const promised = submission.timeout(script.delays(1, 199, 'promised')(), 200)
  await time.advance(201)
  await expect(quick).toResolve('quick')
  await expect(slow).toReject(late)
  await expect(promised).toResolve('promised')
  expect(trace).toHaveNoTimersLeft()
})

check('deadlines do not disturb each other', { points: 5, hidden: true }, async (world) => {
  const { submission, time, script, expect } = world
  const works = [script.abortable(700, 'a'), script.abortable(35, 0), script.abortable(90, 'c'), script.hang()]
  const shared = script.delay(70, null)()
  const results = works.map((work, index) => submission.timeout(work, 55 + index * 10))
  const [impatient, patient] = [50, 100].map((ms) => submission.timeout(shared, ms))
  await expect(results[1]).toSettleAt(35)
  await expect(results[0]).toSettleAt(55)
  await expect(results[2]).toSettleAt(75)
  await expect(results[3]).toSettleAt(85)
  await expect(results[1]).toResolve(0)
  await expect(impatient).toReject(late)
  await expect(patient).toResolve(null)
  for (const index of [0, 2, 3]) await expect(results[index]).toReject(late)
  expect(works[0]).toHaveBeenAborted(55)
  expect(works[2]).toHaveBeenAborted(75)
  await time.runAll()
  expect(works[1].calls[0].args[0].aborted).toBe(false)
})

check('Infinity means no deadline', { points: 5, extra: true }, async ({ submission, time, script, expect }) => {
  const result = submission.timeout(script.delay(100_000, 'stew'), Infinity)
  await time.advance(99_999)
  expect(result).toBePending()
  await time.advance(2)
  await expect(result).toResolve('stew')
})
