// SPDX-License-Identifier: MIT

check('gives the level', { points: 5 }, async ({ submission, script, expect }) => {
  const read = script.callback(30, null, '{"level":17}')
  await expect(submission.readGauge(read, 500)).toResolve(17)
  await expect(submission.readGauge(script.callback(30, null, '{"level":-2.5}'))).toResolve(-2.5)
  expect(read).toHaveBeenCalledTimes(1)
})

check('gives the level of an empty basin', { points: 10 }, async ({ submission, time, script, expect }) => {
  const patient = submission.readGauge(script.callback(20, null, '{"level":0}'), 400)
  const endless = submission.readGauge(script.callback(20, null, '{"level":0}'))
  await time.advance(21)
  await expect(patient).toResolve(0)
  await expect(endless).toResolve(0)
})

check('rejects with the error of the gauge', { points: 15 }, async ({ submission, time, script, expect }) => {
  const broken = script.error('the float is stuck', { code: 'EIO' })
  const endless = submission.readGauge(script.callback(45, broken))
  // Libraries that make promises of callbacks may hand on one like it.
  const likeBroken = { name: 'Error', message: 'the float is stuck', code: 'EIO' }
  await expect(endless).toReject(likeBroken)
  expect(time.now()).toBeBetween(45, 46)
  await expect(submission.readGauge(script.callback(5, broken), 300)).toReject(likeBroken)
  await expect(submission.readGauge(script.callback(5, 'E17'), 300)).toReject('E17')
})

check('rejects when the text is garbled', { points: 15 }, async ({ submission, time, script, expect }) => {
  await expect(submission.readGauge(script.callback(25, null, '{"level":17'))).toReject()
  expect(time.now()).toBeBetween(25, 26)
  await expect(submission.readGauge(script.callback(25, null, '~~~'), 300)).toReject()
  expect(time.now()).toBeBetween(50, 53)
})

check('rejects when there is no gauge', { points: 5 }, async ({ submission, script, expect }) => {
  const unplugged = script.error('no such port', { code: 'ENODEV' })
  const read = () => { throw unplugged }
  await expect(submission.readGauge(read, 100)).toReject(unplugged)
  await expect(submission.readGauge(read)).toReject(unplugged)
})

check('takes an answer that is at hand', { points: 10 }, async ({ submission, time, expect }) => {
  const level = submission.readGauge((done) => { done(null, '{"level":4}') }, 250)
  await time.settle()
  await expect(level).toResolve(4)
})

check('gives up when the patience is over', { points: 10 }, async ({ submission, time, expect }) => {
  const level = submission.readGauge(() => {}, 200)
  await time.advance(199)
  expect(level).toBePending()
  await expect(level).toSettleAt(200)
  await expect(level).toReject({ code: 'ETIMEDOUT' })
  // An error knows where it was made; any other object with a code does not.
  const late = await level.then(() => {}, (error) => error)
  expect(typeof late.stack === 'string' ? 'an Error' : 'no Error').toBe('an Error')
  // Somebody without any patience does not wait for ever, either.
  await expect(submission.readGauge(() => {}, 0)).toReject()
  expect(time.now()).toBeBetween(200, 202)
})

check('waits as long as it takes without a patience', { points: 5 }, async (world) => {
  const { submission, time, script, expect } = world
  const level = submission.readGauge(script.callback(86_400_000, null, '{"level":9}'))
  await time.advance(86_399_999)
  expect(level).toBePending()
  await time.advance(2)
  await expect(level).toResolve(9)
})

check('does not mind what comes too late', { points: 5 }, async ({ submission, time, script, expect }) => {
  for (const text of ['{"level":3}', '{{{']) {
    await expect(submission.readGauge(script.callback(90, null, text), 40)).toReject({ code: 'ETIMEDOUT' })
    await time.advance(60)
  }
  const late = script.callback(90, script.error('the float is stuck'))
  await expect(submission.readGauge(late, 40)).toReject({ code: 'ETIMEDOUT' })
  await time.runAll()
})

// Each way in which a reading can end; the times differ, so that no two of them are the same.
const noTimer = { points: 15, needs: 'gives the level' }
check('leaves no timer', noTimer, async ({ submission, time, script, trace, expect }) => {
  const ends = [
    script.callback(10, null, '{"level":6}'),
    script.callback(20, script.error('the float is stuck')),
    script.callback(30, null, 'garbled'),
    (done) => { done(null, '{"level":6}') },
    () => { throw new Error('no such port') },
  ]
  for (const read of ends) {
    await submission.readGauge(read, 60_000).then(() => {}, () => {})
    await time.advance(1)
    expect(trace).toHaveNoTimersLeft()
  }
})

check('reads other gauges', { points: 5, hidden: true }, async ({ submission, time, script, trace, expect }) => {
  const levels = [
    submission.readGauge(script.callback(70, null, '{"unit":"m","level":-1.5e3}'), 71),
    submission.readGauge(script.callback(35, null, ''), 900),
    submission.readGauge(script.callback(900, null, '{"level":0}'), 350),
    submission.readGauge((done) => { done(null, '{"level":0}') }),
  ]
  for (const level of levels) level.then(() => {}, () => {})
  await time.advance(360)
  await expect(levels[0]).toResolve(-1500)
  await expect(levels[1]).toReject()
  await expect(levels[2]).toReject({ code: 'ETIMEDOUT' })
  await expect(levels[3]).toResolve(0)
  await time.runAll()
  expect(trace).toHaveNoTimersLeft()
})
