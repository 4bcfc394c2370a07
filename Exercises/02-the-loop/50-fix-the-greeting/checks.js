// SPDX-License-Identifier: MIT

check('says hello, then what was played', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  submission.greet(script.succeed('Ada'), script.succeed('Greensleeves'))
  await time.runAll()
  expect(world.output).toEqual(['Hello, Ada!', 'played Greensleeves'])
})

check('resolves with the title', { points: 10 }, async ({ submission, time, script, expect }) => {
  const result = submission.greet(script.succeed('Bo'), script.succeed('Für Elise'))
  await time.runAll()
  await expect(result).toResolve('Für Elise')
})

check('plays the melody once, after the name is known', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const play = script.succeed('Carillon')
  submission.greet(script.delay(40, 'Dora'), play)
  await time.runAll()
  expect(play).toHaveBeenCalledTimes(1)
  expect(play).startedAt(40)
})

check('waits for the end of the melody', { points: 15 }, async (world) => {
  const { submission, time, script, expect } = world
  const result = submission.greet(script.succeed('Cem'), script.delay(300, 'Bolero'))
  await time.advance(299)
  expect(result).toBePending()
  expect(world.output).toEqual(['Hello, Cem!'])
  await time.advance(1)
  await expect(result).toResolve('Bolero')
  expect(world.output).toEqual(['Hello, Cem!', 'played Bolero'])
})

check('rejects when the melody cannot be played', { points: 15 }, async (world) => {
  const { submission, time, script, expect } = world
  const result = submission.greet(script.succeed('Eve'), script.failTimes(1).then('Bolero'))
  await expect(result).toReject('scripted failure')
  await time.runAll()
  expect(world.output).toEqual(['Hello, Eve!'])
})

check('greets nobody when there is no name', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const play = script.succeed('Carillon')
  const result = submission.greet(script.failTimes(1).then('Finn'), play)
  await expect(result).toReject('scripted failure')
  await time.runAll()
  expect(world.output).toEqual([])
  expect(play).toHaveBeenCalledTimes(0)
})
