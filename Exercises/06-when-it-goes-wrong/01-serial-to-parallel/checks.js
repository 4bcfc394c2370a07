// SPDX-License-Identifier: MIT

// Each port has a scripted function of its own, so that nothing depends on who is asked first.
const gauges = (scripted) => (port) => scripted[port](port)

check('shows the level of each port', { points: 10 }, async ({ submission, script, expect }) => {
  const read = gauges({ Visby: script.delay(80, 1.2), Turku: script.delay(80, 0) })
  const board = submission.tideBoard(['Visby', 'Turku'], read)
  // No runAll() first: an array that is filled later would look right by then.
  await expect(board).toResolve([{ port: 'Visby', level: 1.2 }, { port: 'Turku', level: 0 }])
})

check('asks every gauge once, and for its port alone', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const read = script.delay(30, 2)
  submission.tideBoard(['Gdynia', 'Kiel', 'Riga'], read)
  await time.runAll()
  expect(read).toHaveBeenCalledTimes(3)
  for (const port of ['Gdynia', 'Kiel', 'Riga']) expect(read).toHaveBeenCalledWith(port)
})

check('is ready when the slowest gauge is', { points: 20, needs: 'shows the level of each port' }, async (world) => {
  const { submission, script, expect } = world
  const ports = ['Visby', 'Turku', 'Kotka', 'Umeå', 'Riga', 'Kiel']
  const [slow, quick] = [script.delay(140, 3), script.delay(60, 2)]
  const board = submission.tideBoard(ports, (port) => (port === 'Kotka' ? slow(port) : quick(port)))
  await expect(board).toSettleAt(140)
})

const order = { points: 15, needs: 'shows the level of each port', anyOrder: true }
check('keeps the order of the list', order, async ({ submission, script, expect }) => {
  const read = gauges({
    Visby: script.delays(1, 90, 11), Turku: script.delays(1, 90, 12), Kotka: script.delays(1, 90, 13),
    Riga: script.delays(1, 90, 14),
  })
  const board = submission.tideBoard(['Visby', 'Turku', 'Kotka', 'Riga'], read)
  await expect(board).toResolve([
    { port: 'Visby', level: 11 }, { port: 'Turku', level: 12 }, { port: 'Kotka', level: 13 },
    { port: 'Riga', level: 14 },
  ])
})

check('gives no rows for no ports', { points: 5 }, async ({ submission, time, script, expect }) => {
  const read = script.succeed(1)
  const board = submission.tideBoard([], read)
  await time.runAll()
  await expect(board).toResolve([])
  expect(read).toHaveBeenCalledTimes(0)
})

check('rejects at the moment of the first failure', { points: 20 }, async ({ submission, time, script, expect }) => {
  const broken = script.error('the gauge of Turku is frozen')
  const read = gauges({
    Visby: script.delay(90, 1), Turku: script.failAfter(40, broken), Kotka: script.delay(70, 3),
  })
  const board = submission.tideBoard(['Visby', 'Turku', 'Kotka'], read)
  await time.advance(39)
  expect(board).toBePending()
  await expect(board).toSettleAt(40)
  await expect(board).toReject(broken)
})

const several = { points: 10, needs: 'rejects at the moment of the first failure' }
check('is not disturbed by further failures', several, async ({ submission, time, script, expect }) => {
  const first = script.error('the gauge of Riga is frozen')
  const read = gauges({
    Visby: script.failAfter(70, script.error('the gauge of Visby is gone')), Turku: script.delay(55, 2),
    Riga: script.failAfter(20, first), Kotka: script.failAfter(120, script.error('Kotka does not answer')),
  })
  const board = submission.tideBoard(['Visby', 'Turku', 'Riga', 'Kotka'], read)
  await expect(board).toSettleAt(20)
  await expect(board).toReject(first)
  await time.runAll()
})

check('shows a longer list', { points: 10, hidden: true }, async ({ submission, script, expect }) => {
  const ports = Array.from({ length: 23 }, (_, number) => `pier ${number}`)
  const levels = ports.map((_, number) => (number * 7) % 23 - 4)
  const scripted = ports.map((_, number) => script.delay(20 + levels[number] * 5, levels[number]))
  const board = submission.tideBoard([...ports, 'pier 8'], (port) => scripted[ports.indexOf(port)](port))
  await expect(board).toSettleAt(110)
  const rows = ports.map((port, number) => ({ port, level: levels[number] }))
  await expect(board).toResolve([...rows, { port: 'pier 8', level: levels[8] }])
  // It is in the list twice.
  expect(scripted[8]).toHaveBeenCalledTimes(2)
})
