// SPDX-License-Identifier: MIT

// A page that remembers what a box has done to it.
function page(script) {
  return { show: script.calling(() => {}), fail: script.calling(() => {}) }
}

check('asks at once and shows the hits', { points: 10 }, async ({ submission, time, script, expect }) => {
  const { show, fail } = page(script)
  const search = script.abortable(40, ['dwarf bean', 'broad bean'])
  submission.createSearchBox({ search, show, fail })('bean')
  // Promise jobs may run before it asks, but no timer and no immediate.
  for (let job = 0; job < 20; job += 1) await null
  expect(search).toHaveBeenCalledTimes(1)
  expect(search.calls[0].args[0]).toBe('bean')
  await time.advance(41)
  expect(show).toHaveBeenCalledTimes(1)
  expect(show).toHaveBeenCalledWith('bean', ['dwarf bean', 'broad bean'])
  expect(fail).toHaveBeenCalledTimes(0)
})

const basis = 'asks at once and shows the hits'

check('never shows an older answer after a newer one', { points: 15, needs: basis }, async (world) => {
  const { submission, time, script, expect } = world
  const { show, fail } = page(script)
  // These servers know nothing of signals.
  const search = script.sequence(script.delay(300, ['beech']), script.delay(50, ['beetroot']))
  const type = submission.createSearchBox({ search, show, fail })
  type('be')
  await time.advance(100)
  type('beetroot')
  await time.runAll()
  expect(show).toHaveBeenCalledTimes(1)
  expect(show).toHaveBeenCalledWith('beetroot', ['beetroot'])
})

check('shows nothing old while a newer question is open', { points: 10, needs: basis }, async (world) => {
  const { submission, time, script, expect } = world
  const { show, fail } = page(script)
  const search = script.sequence(script.delay(60, ['kale']), script.delay(200, ['kohlrabi']))
  const type = submission.createSearchBox({ search, show, fail })
  type('K')
  await time.advance(30)
  // Only '' is no question. A blank is one, and a capital stays as it was typed.
  type(' ')
  await time.advance(100)
  expect(show).toHaveBeenCalledTimes(0)
  await time.runAll()
  expect(search.calls.map(({ args }) => args[0])).toEqual(['K', ' '])
  expect(show).toHaveBeenCalledTimes(1)
  expect(show).toHaveBeenCalledWith(' ', ['kohlrabi'])
})

check('gives up the older request', { points: 15, needs: basis }, async ({ submission, time, script, expect }) => {
  const { show, fail } = page(script)
  const [first, second] = [script.abortable(500, ['leek']), script.abortable(80, ['lettuce'])]
  const third = script.abortable(90, ['lovage'])
  const type = submission.createSearchBox({ search: script.sequence(first, second, third), show, fail })
  type('le')
  await time.advance(70)
  const changedAt = time.now()
  type('let')
  await time.advance(100)
  type('lo')
  await time.runAll()
  expect(first).toHaveBeenAborted(changedAt)
  // The second one had answered by then, and the third one is the latest.
  expect(second.calls[0].outcome).toBe('fulfilled')
  expect(third.calls[0].outcome).toBe('fulfilled')
  expect(show).toHaveBeenCalledTimes(2)
})

check('does not take a cancelled request for a failure', { points: 10, needs: basis }, async (world) => {
  const { submission, time, script, expect } = world
  const { show, fail } = page(script)
  const type = submission.createSearchBox({ search: script.abortable(120, ['mint']), show, fail })
  for (const text of ['m', 'mi', 'min', 'mint']) {
    type(text)
    await time.advance(20)
  }
  await time.runAll()
  expect(fail).toHaveBeenCalledTimes(0)
  expect(show).toHaveBeenCalledTimes(1)
  expect(show).toHaveBeenCalledWith('mint', ['mint'])
})

check('keeps an emptied box empty', { points: 10, needs: basis }, async ({ submission, time, script, expect }) => {
  const { show, fail } = page(script)
  const [deaf, broken] = [script.delay(90, ['beans']), script.failAfter(90)]
  const listening = script.abortable(90, ['beans'])
  const search = script.sequence(deaf, broken, listening)
  const type = submission.createSearchBox({ search, show, fail })
  let emptiedAt
  for (let round = 1; round <= 3; round += 1) {
    type('beans')
    await time.advance(30)
    emptiedAt = time.now()
    type('')
    await time.settle()
    expect(show).toHaveBeenCalledTimes(round)
    await time.advance(200)
    expect(show).toHaveBeenCalledTimes(round)
  }
  expect(show).toHaveBeenCalledWith('', [])
  expect(search).toHaveBeenCalledTimes(3)
  expect(listening).toHaveBeenAborted(emptiedAt)
  expect(fail).toHaveBeenCalledTimes(0)
})

check('tells requests for the same text apart', { points: 10, needs: basis }, async (world) => {
  const { submission, time, script, expect } = world
  const { show, fail } = page(script)
  const search = script.sequence(
    script.delay(100, ['peas, 3 left']), script.delay(300, ['pears']), script.delay(150, ['peas, 1 left']),
    script.delay(30, ['pears']), script.delay(30, [])
  )
  const type = submission.createSearchBox({ search, show, fail })
  for (const text of ['peas', 'pea', 'peas']) {
    type(text)
    await time.advance(10)
  }
  await time.runAll()
  expect(show).toHaveBeenCalledTimes(1)
  expect(show).toHaveBeenCalledWith('peas', ['peas, 1 left'])
  // An answer that was shown is an old one by now, too: they are sold out.
  for (const text of ['pea', 'peas']) {
    type(text)
    await time.advance(50)
  }
  expect(search).toHaveBeenCalledTimes(5)
  expect(show).toHaveBeenCalledWith('peas', [])
  expect(show).toHaveBeenCalledTimes(3)
})

check('reports failures of the latest request only', { points: 10, needs: basis }, async (world) => {
  const { submission, time, script, expect } = world
  const { show, fail } = page(script)
  // Nobody has aborted the third one; it fails by itself.
  const errors = [
    script.error('the first line broke'), script.error('the second line broke', { code: 'E_LINE' }),
    script.error('the shop hung up', { name: 'AbortError' }),
  ]
  const search = script.sequence(...errors.map((error, number) => script.failAfter(80 - 20 * number, error)))
  const type = submission.createSearchBox({ search, show, fail })
  type('sage')
  await time.advance(10)
  type('sag')
  await time.runAll()
  type('sa')
  await time.runAll()
  expect(fail).toHaveBeenCalledTimes(2)
  expect(fail.calls[0].args[0]).toBe(errors[1])
  expect(fail.calls[1].args[0]).toBe(errors[2])
  expect(show).toHaveBeenCalledTimes(0)
})

check('leaves another box alone', { points: 5, needs: basis }, async ({ submission, time, script, expect }) => {
  const [left, right] = [page(script), page(script)]
  const leftType = submission.createSearchBox({ search: script.abortable(60, ['thyme']), ...left })
  const rightType = submission.createSearchBox({ search: script.abortable(40, ['turnip']), ...right })
  leftType('th')
  await time.advance(10)
  rightType('tu')
  await time.runAll()
  expect(left.show).toHaveBeenCalledWith('th', ['thyme'])
  expect(right.show).toHaveBeenCalledWith('tu', ['turnip'])
})

const fast = { points: 5, needs: basis, anyOrder: true, hidden: true }
check('shows the last of five quick questions', fast, async ({ submission, time, script, expect }) => {
  const { show, fail } = page(script)
  const words = ['o', 'on', 'oni', 'on', 'oni']
  const search = script.sequence(...words.map((word, number) => script.delays(1, 120, [`${word} ${number}`])))
  const type = submission.createSearchBox({ search, show, fail })
  for (const word of words) type(word)
  await time.runAll()
  expect(search).toHaveBeenCalledTimes(5)
  expect(show).toHaveBeenCalledTimes(1)
  expect(show).toHaveBeenCalledWith('oni', ['oni 4'])
  expect(fail).toHaveBeenCalledTimes(0)
})
