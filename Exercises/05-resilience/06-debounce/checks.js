// SPDX-License-Identifier: MIT

/** Calls `save` at each of these times, with a text that tells the time. */
async function type(save, times, time) {
  for (const at of times) {
    if (at > time.now()) await time.advance(at - time.now())
    save(`text ${at}`)
  }
}

/** The calls of a function began at these times, give or take a millisecond. */
function expectStarts(expect, fn, ...wanted) {
  const starts = fn.calls.map(({ startedAt }, index) => {
    return Math.abs(startedAt - wanted[index]) <= 1 ? wanted[index] : startedAt
  })
  expect(starts).toEqual(wanted)
}

const textsOf = (fn) => fn.calls.map(({ args }) => args)

check('does not call at once', { points: 5 }, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 100)
  await time.advance(200)
  expect(fn).toHaveBeenCalledTimes(0)
  // Not even where there are many calls.
  for (const letter of 'a note of forty letters is nothing at all') save(letter)
  await time.advance(98)
  expect(fn).toHaveBeenCalledTimes(0)
  await time.runAll()
})

check('calls when the wait is over', { points: 10 }, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50)
  save('note')
  await time.runAll()
  expectStarts(expect, fn, 50)
  expect(fn).toHaveBeenCalledWith('note')
})

check('calls once for many calls, with the last arguments', {
  points: 15, needs: 'calls when the wait is over',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50)
  save('n')
  save('no', 1)
  save('not', 2, [3])
  await time.runAll()
  expect(fn).toHaveBeenCalledTimes(1)
  expect(textsOf(fn)).toEqual([['not', 2, [3]]])
  // Whatever they are: the same again, none, and some that count as false.
  const lists = [['note'], ['note'], [], [0], [undefined, 'x']]
  for (const list of lists) {
    save('n')
    save(...list)
    await time.runAll()
  }
  expect(textsOf(fn).slice(1)).toEqual(lists)
})

check('each call begins the wait anew', {
  points: 15, needs: 'calls when the wait is over',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50)
  // For long: nothing but a pause ends it.
  const times = Array.from({ length: 30 }, (_, index) => index * 45)
  await type(save, times, time)
  await time.runAll()
  expectStarts(expect, fn, 1355)
  expect(textsOf(fn)).toEqual([['text 1305']])
  const start = time.now()
  save('the same')
  await time.advance(30)
  save('the same')
  await time.runAll()
  expectStarts(expect, fn, 1355, start + 80)
})

check('begins from the start after each burst', {
  points: 10, needs: 'each call begins the wait anew',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  await type(submission.debounce(fn, 50), [0, 30, 200, 210, 400], time)
  await time.runAll()
  expectStarts(expect, fn, 80, 260, 450)
  expect(textsOf(fn)).toEqual([['text 30'], ['text 210'], ['text 400']])

  // A burst is none the less one for coming while the promise of `fn` is pending.
  const slow = script.delay(100)
  const save = submission.debounce(slow, 50)
  save('first')
  await time.advance(120)
  save('second')
  await time.runAll()
  expect(textsOf(slow)).toEqual([['first'], ['second']])
})

check('cancel drops the waiting call', {
  points: 10, needs: 'calls when the wait is over',
}, async ({ submission, time, script, expect, trace }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50)
  await type(save, [0, 30], time)
  await time.advance(10)
  save.cancel()
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  await type(save, [70], time)
  await time.runAll()
  expectStarts(expect, fn, 120)
  expect(textsOf(fn)).toEqual([['text 70']])
})

check('flush makes the waiting call at once, and only once', {
  points: 10, needs: 'calls when the wait is over',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50)
  await type(save, [0, 30], time)
  await time.advance(10)
  save.flush()
  save.flush()
  await time.settle()
  expectStarts(expect, fn, 40)
  await type(save, [70], time)
  await time.runAll()
  expectStarts(expect, fn, 40, 120)
  expect(textsOf(fn)).toEqual([['text 30'], ['text 70']])
})

check('cancel and flush do nothing where nothing waits', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 20)
  save.cancel()
  save.flush()
  save('once')
  await time.advance(60)
  save.flush()
  save.cancel()
  save('gone')
  save.cancel()
  save.flush()
  save('flushed')
  save.flush()
  // Too late to drop it.
  save.cancel()
  await time.runAll()
  expectStarts(expect, fn, 20, 60)
  expect(textsOf(fn)).toEqual([['once'], ['flushed']])
})

check('keeps functions apart', { points: 5, needs: 'calls when the wait is over' }, async (world) => {
  const { submission, time, script, expect } = world
  const [left, right] = [script.calling(() => {}), script.calling(() => {})]
  // Two of them call the same function, which does not make them one.
  const saves = [[left, 40], [left, 80], [right, 60], [left, 40]].map(([fn, ms]) => submission.debounce(fn, ms))
  saves[0]('left')
  saves[1]('left again')
  saves[2]('right')
  saves[3]('dropped')
  await time.advance(10)
  saves[3].cancel()
  await time.runAll()
  expect(textsOf(left)).toEqual([['left'], ['left again']])
  expectStarts(expect, left, 40, 80)
  expectStarts(expect, right, 60)
})

check('counts from the last call, whenever that comes', { points: 5, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50)
  const key = script.delays(0, 45)
  const pressed = []
  for (const letter of ['n', 'o', 't', 'e']) {
    key().then(() => {
      pressed.push({ letter, at: time.now() })
      save(letter)
    })
  }
  await time.runAll()
  const last = pressed[pressed.length - 1]
  expectStarts(expect, fn, last.at + 50)
  expect(textsOf(fn)).toEqual([[last.letter]])
})

check('works for another wait', { points: 5, hidden: true }, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 333)
  await type(save, [7, 300, 630, 960, 2000], time)
  await time.advance(100)
  save.flush()
  await type(save, [2200, 2300], time)
  await time.runAll()
  expectStarts(expect, fn, 1293, 2100, 2633)
  expect(textsOf(fn)).toEqual([['text 960'], ['text 2000'], ['text 2300']])
})

check('calls at the latest after maxWaitMs', { points: 10, extra: true }, async (world) => {
  const { submission, time, script, expect, trace } = world
  const fn = script.calling(() => {})
  const save = submission.debounce(fn, 50, { maxWaitMs: 120 })
  await type(save, [0, 30, 60, 90, 115, 140, 170, 200, 230, 265], time)
  await time.runAll()
  expect(textsOf(fn)).toEqual([['text 115'], ['text 230'], ['text 265']])
  // At 260, unless the wait is counted from the last call of fn: many libraries do that, and nothing is saved later.
  expect(fn.calls[1].startedAt).toBeBetween(238, 262)
  expectStarts(expect, fn, 120, fn.calls[1].startedAt, 315)
  await type(save, [500, 510], time)
  await time.runAll()
  await type(save, [700, 710], time)
  save.cancel()
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  await type(save, [800, 810], time)
  save.flush()
  await time.runAll()
  expectStarts(expect, fn, 120, fn.calls[1].startedAt, 315, 560, 810)
  expect(textsOf(fn).slice(3)).toEqual([['text 510'], ['text 810']])
})
