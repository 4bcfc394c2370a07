// SPDX-License-Identifier: MIT

/** Calls `follow` at each of these times, counted from now, with the time as its argument. */
async function move(follow, times, time) {
  const start = time.now()
  for (const at of times) {
    if (start + at > time.now()) await time.advance(start + at - time.now())
    follow(at)
  }
}

/** The calls of a function began at these times, give or take a millisecond. */
function expectStarts(expect, fn, ...wanted) {
  const starts = fn.calls.map(({ startedAt }, index) => {
    return Math.abs(startedAt - wanted[index]) <= 1 ? wanted[index] : startedAt
  })
  expect(starts).toEqual(wanted)
}

const argumentsOf = (fn) => fn.calls.map(({ args }) => args)

check('runs the first call at once', { points: 10 }, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const follow = submission.throttle(fn, 100)
  await time.advance(20)
  expect(fn).toHaveBeenCalledTimes(0)
  follow(3, 4)
  // Before it returns: no job and no timer is needed.
  expect(fn).toHaveBeenCalledTimes(1)
  expect(fn).toHaveBeenCalledWith(3, 4)
  expectStarts(expect, fn, 20)
  await time.runAll()
})

check('a call that comes too soon does not run at once', {
  points: 10, needs: 'runs the first call at once',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const follow = submission.throttle(fn, 100)
  await move(follow, [0, 0, 10, 50, 90], time)
  await time.advance(8)
  expectStarts(expect, fn, 0)
  await time.runAll()
})

check('runs the last call of a burst at the end of the interval', {
  points: 15, needs: 'a call that comes too soon does not run at once',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  await move(submission.throttle(fn, 100), [0, 30, 60], time)
  await time.runAll()
  expectStarts(expect, fn, 0, 100)
  expect(argumentsOf(fn)).toEqual([[0], [60]])
  // Whatever its arguments are: many, none, some that count as false, those of the last run.
  for (const last of [['last', 5, [6]], [], [0], ['first']]) {
    const start = time.now()
    const other = script.calling(() => {})
    const follow = submission.throttle(other, 100)
    follow('first')
    await time.advance(30)
    follow('second', 2, 3, 4)
    await time.advance(30)
    follow(...last)
    await time.runAll()
    expect(argumentsOf(other)).toEqual([['first'], last])
    expectStarts(expect, other, start, start + 100)
  }
})

check('one call is one run', { points: 10, needs: 'runs the first call at once' }, async (world) => {
  const { submission, time, script, expect } = world
  const fn = script.calling(() => {})
  await move(submission.throttle(fn, 100), [0, 250, 400, 500], time)
  await time.runAll()
  expectStarts(expect, fn, 0, 250, 400, 500)
})

check('begins from the start when it was quiet for long', {
  points: 10, needs: 'runs the last call of a burst at the end of the interval',
}, async ({ submission, time, script, expect }) => {
  // What it returns is nobody's affair: nothing waits for that promise.
  const fn = script.delay(300)
  await move(submission.throttle(fn, 100), [0, 30, 250, 260, 270, 600], time)
  await time.runAll()
  expectStarts(expect, fn, 0, 100, 250, 350, 600)
  expect(argumentsOf(fn)).toEqual([[0], [30], [250], [270], [600]])
})

check('a run at the end begins an interval, too', {
  points: 15, needs: 'runs the last call of a burst at the end of the interval',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  await move(submission.throttle(fn, 100), [0, 30, 110], time)
  await time.runAll()
  expect(argumentsOf(fn)).toEqual([[0], [30], [110]])
  // At 200, unless the wait is counted from the call: many libraries do that, and nothing runs too often by it.
  expect(fn.calls[2].startedAt).toBeBetween(198, 212)
  expectStarts(expect, fn, 0, 100, fn.calls[2].startedAt)
})

check('never runs too often, and loses no last call', {
  points: 10, needs: 'runs the first call at once',
}, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  const times = Array.from({ length: 170 }, (_, index) => index * 5)
  await move(submission.throttle(fn, 100), times, time)
  await time.runAll()
  expect(fn).toHaveAtMostPerWindow(1, 98)
  expect(fn.calls.length).toBeBetween(8, 10)
  expect(argumentsOf(fn)[fn.calls.length - 1]).toEqual([169 * 5])
})

check('cancel drops the kept call and forgets the last run', {
  points: 5, needs: 'a call that comes too soon does not run at once',
}, async ({ submission, time, script, expect, trace }) => {
  const fn = script.calling(() => {})
  const follow = submission.throttle(fn, 100)
  follow.cancel()
  await move(follow, [0, 30], time)
  await time.advance(10)
  follow.cancel()
  await time.settle()
  expect(trace).toHaveNoTimersLeft()
  await time.advance(10)
  follow(50)
  expectStarts(expect, fn, 0, 50)
  await time.advance(30)
  follow(80)
  await time.advance(90)
  expectStarts(expect, fn, 0, 50, 150)
  // A run at the end is forgotten like any other.
  follow.cancel()
  follow(170)
  expectStarts(expect, fn, 0, 50, 150, 170)
  await time.runAll()
  expect(argumentsOf(fn)).toEqual([[0], [50], [80], [170]])
})

check('keeps functions apart', { points: 5, needs: 'runs the first call at once' }, async (world) => {
  const { submission, time, script, expect } = world
  const [left, right] = [script.calling(() => {}), script.calling(() => {})]
  // Two of them call the same function, which does not make them one.
  const follow = [[left, 100], [right, 40], [right, 70]].map(([fn, ms]) => submission.throttle(fn, ms))
  await move((at) => follow.forEach((each) => each(at)), [0, 10, 20], time)
  follow[0].cancel()
  await time.runAll()
  expect(argumentsOf(left)).toEqual([[0]])
  expect(argumentsOf(right)).toEqual([[0], [0], [20], [20]])
  expectStarts(expect, right, 0, 0, 40, 70)
})

check('keeps first and last, whenever the calls come', { points: 5, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const fn = script.calling(() => {})
  const follow = submission.throttle(fn, 100)
  const movement = script.delays(0, 90)
  const moved = []
  for (const x of [11, 22, 33, 44]) {
    movement().then(() => {
      moved.push({ x, at: time.now() })
      follow(x)
    })
  }
  await time.runAll()
  const { at } = moved[0]
  expectStarts(expect, fn, at, at + 100)
  expect(argumentsOf(fn)).toEqual([[moved[0].x], [moved[3].x]])
})

check('works for another interval', { points: 5, hidden: true }, async ({ submission, time, script, expect }) => {
  const fn = script.calling(() => {})
  await time.advance(3)
  const follow = submission.throttle(fn, 250)
  await move(follow, [0, 1, 240, 600, 610, 1200], time)
  await time.advance(100)
  follow.cancel()
  follow('again', null)
  follow('gone')
  follow.cancel()
  await time.runAll()
  expectStarts(expect, fn, 3, 253, 603, 853, 1203, 1303)
  expect(argumentsOf(fn)).toEqual([[0], [240], [600], [610], [1200], ['again', null]])
})

check('without trailing runs, drops what comes too soon', { points: 5, extra: true }, async (world) => {
  const { submission, time, script, expect } = world
  const fn = script.calling(() => {})
  const follow = submission.throttle(fn, 100, { trailing: false })
  await move(follow, [0, 30, 60, 90, 130, 150, 300], time)
  await time.advance(20)
  follow.cancel()
  follow(320)
  follow('gone')
  await time.runAll()
  expectStarts(expect, fn, 0, 130, 300, 320)
  expect(argumentsOf(fn)).toEqual([[0], [130], [300], [320]])
})
