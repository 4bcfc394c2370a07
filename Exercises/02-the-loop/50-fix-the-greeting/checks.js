// SPDX-License-Identifier: MIT

check('says hello, then what was played', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  submission.greet(script.succeed('Ada'), script.succeed('Greensleeves'))
  await time.runAll()
  expect(world.output).toEqual(['Hello, Ada!', 'played Greensleeves'])
  submission.greet(script.succeed('Ida'), script.succeed('Valse'))
  await time.runAll()
  expect(world.output.slice(2)).toEqual(['Hello, Ida!', 'played Valse'])
})

check('resolves with the title', { points: 10 }, async ({ submission, time, script, expect, output }) => {
  const first = submission.greet(script.succeed('Bo'), script.succeed('Für Elise'))
  // Another visitor, at the same time.
  const second = submission.greet(script.succeed('Gus'), script.delay(2000, 'Boléro'))
  await time.runAll()
  await expect(first).toResolve('Für Elise')
  await expect(second).toResolve('Boléro')
  // In whichever order.
  expect([...output].sort()).toEqual(['Hello, Bo!', 'Hello, Gus!', 'played Boléro', 'played Für Elise'])
})

check('plays the melody once, after the name is known', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const heard = []
  const carillon = script.succeed('Carillon')
  const play = script.calling(() => {
    heard.push(...world.output, 'music')
    return carillon()
  })
  submission.greet(script.delay(40, 'Dora'), play)
  await time.runAll()
  expect(play).toHaveBeenCalledTimes(1)
  expect(play).startedAt(40)
  expect(heard).toEqual(['Hello, Dora!', 'music'])
})

check('waits for the end of the melody', { points: 15 }, async (world) => {
  const { submission, time, script, expect } = world
  const result = submission.greet(script.succeed('Cem'), script.delay(300, 'Bolero'))
  await time.advance(299)
  expect(world.output).toEqual(['Hello, Cem!'])
  await expect(result).toResolve('Bolero')
  expect(time.now()).toBeBetween(300, Infinity)
  expect(world.output).toEqual(['Hello, Cem!', 'played Bolero'])
})

check('rejects when the melody cannot be played', { points: 15 }, async (world) => {
  const { submission, time, script, expect } = world
  const broken = script.error('the player is broken')
  const play = script.failTimes(1, broken).then('Bolero')
  const result = submission.greet(script.succeed('Eve'), play)
  await expect(result).toReject(broken)
  await time.runAll()
  expect(world.output).toEqual(['Hello, Eve!'])
  expect(play).toHaveBeenCalledTimes(1)
})

check('greets nobody when there is no name', { points: 10 }, async (world) => {
  const { submission, time, script, expect } = world
  const play = script.succeed('Carillon')
  const unknown = script.error('nobody is at the door')
  const result = submission.greet(script.failTimes(1, unknown).then('Finn'), play)
  await expect(result).toReject(unknown)
  await time.runAll()
  expect(world.output).toEqual([])
  expect(play).toHaveBeenCalledTimes(0)
})
