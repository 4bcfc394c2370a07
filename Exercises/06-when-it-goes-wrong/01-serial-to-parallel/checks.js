// SPDX-License-Identifier: MIT

// Each port has a scripted function of its own, so that nothing depends on who is asked first.
const gauges = (scripted) => (port) => scripted[port](port)

check('shows the level of each port', { points: 10 }, async ({ submission, script, expect }) => {
  const read = gauges({ Visby: script.delay(80, 1.2), Turku: script.delay(80, 0) })
  const board = submission.tideBoard(['Visby', 'Turku'], read)
  // Another board that is made meanwhile has nothing to do with it.
  const others = gauges({ Turku: script.delay(60, 4), Kiel: script.delay(90, 5) })
  const other = submission.tideBoard(['Turku', 'Kiel'], others)
  // No runAll() first: an array that is filled later would look right by then.
  await expect(board).toResolve([{ port: 'Visby', level: 1.2 }, { port: 'Turku', level: 0 }])
  await expect(other).toResolve([{ port: 'Turku', level: 4 }, { port: 'Kiel', level: 5 }])
})

check('asks every gauge once, and for its port alone', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const read = script.delay(30, 2)
  submission.tideBoard(['Gdynia', 'Kiel', 'Riga'], read)
  await time.runAll()
  expect(read).toHaveBeenCalledTimes(3)
  for (const port of ['Gdynia', 'Kiel', 'Riga']) expect(read).toHaveBeenCalledWith(port)
  // The water moves: the next board asks again.
  submission.tideBoard(['Kiel', 'Riga'], read)
  await time.runAll()
  expect(read).toHaveBeenCalledTimes(5)
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

check('rejects at the moment of the first failure', { points: 20 }, async ({ submission, script, expect }) => {
  const broken = script.error('the gauge of Turku is frozen')
  const read = gauges({
    Visby: script.delay(90, 1), Turku: script.failAfter(40, broken), Kotka: script.delay(70, 3),
  })
  const board = submission.tideBoard(['Visby', 'Turku', 'Kotka'], read)
  await expect(board).toSettleAt(40)
  await expect(board).toReject(broken)
  // The last one of a longer list.
  const piers = Array.from({ length: 13 }, (_, number) => `pier ${number}`)
  const slow = script.delay(90, 1)
  const long = submission.tideBoard([...piers, 'Turku'], (port) => (port === 'Turku' ? read : slow)(port))
  await expect(long).toSettleAt(80)
  await expect(long).toReject(broken)
})

const several = { points: 10, needs: 'rejects at the moment of the first failure' }
check('is not disturbed by further failures', several, async ({ submission, time, script, expect }) => {
  const first = script.error('the gauge of Riga is frozen')
  const scripted = {
    Visby: script.failAfter(70, script.error('the gauge of Visby is gone')), Turku: script.delay(55, 2),
    Riga: script.failAfter(20, first), Kotka: script.failAfter(120, script.error('Kotka does not answer')),
  }
  const board = submission.tideBoard(['Visby', 'Turku', 'Riga', 'Kotka'], gauges(scripted))
  await expect(board).toSettleAt(20)
  await expect(board).toReject(first)
  await time.runAll()
  // Nobody is asked again, even if nobody waited for the answer.
  for (const gauge of Object.values(scripted)) expect(gauge).toHaveBeenCalledTimes(1)
})

check('shows a longer list', { points: 10, hidden: true }, async ({ submission, script, expect }) => {
  const ports = Array.from({ length: 100 }, (_, number) => `pier ${number}`)
  const levels = ports.map((_, number) => (number * 7) % 23 - 4)
  const scripted = ports.map((_, number) => script.delay(25 + levels[number] * 5, levels[number]))
  // This one is in the list twice, and the last row is one of the slowest: whoever asks it later is late.
  scripted[8] = script.sequence(script.delay(115, 6.125), script.delay(115, 7))
  const board = submission.tideBoard([...ports, 'pier 8'], (port) => scripted[ports.indexOf(port)](port))
  await expect(board).toSettleAt(115)
  // Each of the two answers is shown once, whichever item was asked first.
  const rows = await board
  const twice = [rows?.[8]?.level, rows?.[100]?.level]
  expect([...twice].sort()).toEqual([6.125, 7])
  const wanted = ports.map((port, number) => ({ port, level: number === 8 ? twice[0] : levels[number] }))
  await expect(board).toResolve([...wanted, { port: 'pier 8', level: twice[1] }])
  expect(scripted[8]).toHaveBeenCalledTimes(2)
})
