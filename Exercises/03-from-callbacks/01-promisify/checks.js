// SPDX-License-Identifier: MIT
const first = 'returns a function and calls nothing yet'

check(first, { points: 5 }, async ({ submission, time, script, expect }) => {
  const ask = script.callback(10, null, 'soup')
  const asking = submission.promisify(ask)
  expect(typeof asking).toBe('function')
  await time.runAll()
  expect(ask).toHaveBeenCalledTimes(0)
})

check('passes the arguments on, a callback behind them', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, expect } = world
  const lists = [[], ['kitchen'], ['kitchen', 3, undefined], [null, false, 0, '', 5.5], [...'abcdefgh']]
  for (const list of lists) {
    const ask = script.callback(10, null, 'done')
    submission.promisify(ask)(...list)
    // Right away is before the call returns.
    expect(ask).toHaveBeenCalledTimes(1)
    const { args } = ask.calls[0]
    expect(args.length).toBe(list.length + 1)
    expect(args.slice(0, -1)).toEqual(list)
    expect(typeof args[list.length]).toBe('function')
    await time.runAll()
    expect(ask).toHaveBeenCalledTimes(1)
  }
  // A function is an argument like any other, and an object is handed on, no copy of it.
  const things = [(dish) => dish, { table: 4, sign() {} }]
  const got = []
  submission.promisify((...args) => void got.push(...args))(...things)
  expect(got).toHaveLength(3)
  for (const index of [0, 1]) expect(got[index]).toBe(things[index])
  expect(typeof got[2]).toBe('function')
})

check('is fulfilled with the result', { points: 10, needs: first }, async (world) => {
  const { submission, time, script, expect } = world
  const ask = script.callback(30, null, 'two eggs')
  const answer = submission.promisify(ask)('breakfast')
  await time.advance(29)
  expect(answer).toBePending()
  await time.advance(1)
  await expect(answer).toResolve('two eggs')
  expect(ask).startedAt(0)
  // Only the callback answers: neither a value that is returned does, nor a promise.
  const wait = script.delay(10)
  const ring = (done) => wait().then(() => done(null, 'one egg'))
  await expect(submission.promisify((done) => ring(done) && 'a receipt')()).toResolve('one egg')
  await expect(submission.promisify(async (done) => void ring(done))()).toResolve('one egg')
})

check('takes any result', { points: 10, needs: 'is fulfilled with the result' }, async ({ submission, expect }) => {
  for (const value of [0, '', false, null, NaN]) {
    await expect(submission.promisify((done) => done(null, value))()).toResolve(value)
    await expect(submission.promisify((done) => done(undefined, value))()).toResolve(value)
  }
  await expect(submission.promisify((done) => done())()).toResolve(undefined)
  await expect(submission.promisify((done) => done(null, 'first', 'second'))()).toResolve('first')
  await expect(submission.promisify((done) => done(null, undefined, 'second'))()).toResolve(undefined)
})

check('rejects with the error', { points: 15, needs: first }, async ({ submission, time, script, expect }) => {
  const failure = script.error('the oven is cold', { code: 'E_COLD' })
  const answer = submission.promisify(script.callback(15, failure, 'a cake'))('bake')
  await time.advance(14)
  expect(answer).toBePending()
  await expect(answer).toReject(failure)
})

check('rejects with the value as it is', { points: 5, needs: 'rejects with the error' }, async (world) => {
  const { submission, expect } = world
  const answer = submission.promisify((page, done) => done(`no page ${page}`))(12)
  await expect(answer).toRejectWith('no page 12')
  const notice = { status: 507 }
  await expect(submission.promisify((done) => done(notice))()).toRejectWith(notice)
})

check('rejects when the function throws', { points: 10, needs: first }, async ({ submission, script, expect }) => {
  const throwing = (thrown) => submission.promisify(() => {
    throw thrown
  })()
  const failure = script.error('a name is missing')
  await expect(throwing(failure)).toReject(failure)
  const notice = { missing: 'name' }
  await expect(throwing(notice)).toRejectWith(notice)
  await expect(throwing(undefined)).toReject()
})

check('keeps this', { points: 10, needs: first }, async ({ submission, expect }) => {
  const find = submission.promisify(function (seat, done) {
    done(null, this.prefix + seat)
  })
  const boards = [{ prefix: 'A-', find }, { prefix: 'B-', find }]
  await expect(boards[0].find(14)).toResolve('A-14')
  await expect(boards[1].find(14)).toResolve('B-14')
})

check('lets the first answer count', { points: 5, needs: first }, async ({ submission, time, script, expect }) => {
  const twice = submission.promisify((done) => {
    done(null, 'yes')
    done(script.error('no'))
    done(null, 'perhaps')
  })
  await expect(twice()).toResolve('yes')
  const late = submission.promisify((done) => {
    done(null, 'fine')
    throw script.error('too late')
  })
  await expect(late()).toResolve('fine')
  const no = script.error('no')
  const careless = [
    (done) => {
      done(no)
      done(null, 'yes')
    },
    (done) => {
      done(no)
      throw script.error('too late')
    },
    (done) => {
      script.succeed()().then(() => done(null, 'too late'))
      throw no
    },
  ]
  for (const fn of careless) await expect(submission.promisify(fn)()).toReject(no)
  await time.settle()
})

check('keeps calls apart', { points: 10, needs: 'is fulfilled with the result', anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const wait = script.delays(0, 40)
  const price = submission.promisify((item, factor, done) => {
    wait().then(() => (item === 'pearl' ? done('sold out') : done(null, item.length * factor)))
  })
  const answers = [price('fig', 2), price('pearl', 1), price('cherry', 3), price('apple', 4)]
  const lost = expect(answers[1]).toRejectWith('sold out')
  await time.runAll()
  await expect(answers[0]).toResolve(6)
  await lost
  await expect(answers[2]).toResolve(18)
  await expect(answers[3]).toResolve(20)
  // Equal calls are no exception, whether the one before is still under way or not.
  const ask = script.callback(30, null, 'soup')
  const asking = submission.promisify(ask)
  const both = [asking('menu'), asking('menu')]
  expect(ask).toHaveBeenCalledTimes(2)
  for (const answer of both) await expect(answer).toResolve('soup')
  await expect(asking('menu')).toResolve('soup')
  expect(ask).toHaveBeenCalledTimes(3)
})

check('works for other functions', { points: 10, needs: first, hidden: true }, async (world) => {
  const { submission, time, script, expect } = world
  // Both parameters before the callback may be left out.
  const divide = (a, b, done) => {
    if (typeof b === 'function') [b, done] = [2, b]
    if (b === 0) done(script.error('division by zero', { code: 'E_ZERO' }))
    else done(undefined, a / b)
  }
  const dividing = submission.promisify(divide)
  await expect(dividing(63, 9)).toResolve(7)
  await expect(dividing(63)).toResolve(31.5)
  await expect(dividing(0, 9)).toResolve(0)
  await expect(dividing(63, 0)).toReject({ message: 'division by zero', code: 'E_ZERO' })
  const slow = script.callback(250, null, { rooms: [1, 2] })
  const rooms = submission.promisify(slow)('first floor')
  await time.advance(250)
  await expect(rooms).toResolve({ rooms: [1, 2] })
})

check('gives all results on request', { points: 20, extra: true, needs: first }, async (world) => {
  const { submission, script, expect } = world
  const all = { all: true }
  await expect(submission.promisify((done) => done(null, 'one'), all)()).toResolve(['one'])
  await expect(submission.promisify((done) => done(null), all)()).toResolve([])
  await expect(submission.promisify((done) => done(null, [1, 2], undefined), all)()).toResolve([[1, 2], undefined])
  const measure = (done) => done(null, 640, 480)
  await expect(submission.promisify(measure, all)()).toResolve([640, 480])
  await expect(submission.promisify(measure, { all: false })()).toResolve(640)
  await expect(submission.promisify(measure)()).toResolve(640)
  const failure = script.error('no picture')
  await expect(submission.promisify((done) => done(failure, 640, 480), all)()).toReject(failure)
})
