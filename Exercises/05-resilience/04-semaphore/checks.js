// SPDX-License-Identifier: MIT

/** Asks for a permit and notes when it comes: `.release` is there from then on, and `log` gets the name. */
function ask(kilns, name, log = []) {
  const ticket = { promise: kilns.acquire(), release: undefined }
  ticket.promise.then((release) => {
    ticket.release = release
    log.push(name)
  })
  return ticket
}

check('gives permits at once while there are any', { points: 10 }, async ({ submission, time, expect }) => {
  const kilns = submission.semaphore(8)
  const tickets = [...'abcdefgh'].map((name) => ask(kilns, name))
  await time.settle()
  for (const { release } of tickets) expect(typeof release).toBe('function')
  expect(time.now()).toBe(0)
})

check('lets the next one wait until a permit comes back', {
  points: 15, needs: 'gives permits at once while there are any',
}, async ({ submission, time, expect }) => {
  const kilns = submission.semaphore(2)
  const [first, , third] = ['a', 'b', 'c'].map((name) => ask(kilns, name))
  await time.advance(100)
  expect(third.promise).toBePending()
  first.release()
  await time.settle()
  expect(typeof third.release).toBe('function')
  const fourth = ask(kilns, 'd')
  await time.advance(100)
  expect(fourth.promise).toBePending()
  third.release()
  await time.settle()
  expect(typeof fourth.release).toBe('function')
})

check('serves those who wait in their order', {
  points: 10, needs: 'lets the next one wait until a permit comes back',
}, async ({ submission, time, expect }) => {
  const kilns = submission.semaphore(1)
  const log = []
  // More than ten: a line that is sorted as texts are would have the number 10 in front of 2.
  const names = [...'abcdefghijklmn']
  const tickets = names.map((name) => ask(kilns, name, log))
  for (const ticket of tickets) {
    await time.settle()
    ticket.release?.()
  }
  await time.settle()
  expect(log).toEqual(names)
})

check('a permit comes back once only', {
  points: 10, needs: 'lets the next one wait until a permit comes back',
}, async ({ submission, time, expect }) => {
  const kilns = submission.semaphore(1)
  const first = ask(kilns, 'a')
  await time.settle()
  first.release()
  first.release()
  const [second, third] = [ask(kilns, 'b'), ask(kilns, 'c')]
  await time.settle()
  expect(typeof second.release).toBe('function')
  expect(third.promise).toBePending()
  // The old function does not give back somebody else's permit.
  first.release()
  await time.settle()
  expect(third.promise).toBePending()
  second.release()
  await time.settle()
  expect(typeof third.release).toBe('function')
})

check('nobody pushes in', { points: 10, needs: 'serves those who wait in their order' }, async (world) => {
  const { submission, time, expect } = world
  const kilns = submission.semaphore(1)
  const log = []
  const first = ask(kilns, 'first', log)
  const patient = ask(kilns, 'patient', log)
  await time.settle()
  first.release()
  const newcomer = ask(kilns, 'newcomer', log)
  await time.settle()
  expect(log).toEqual(['first', 'patient'])
  expect(newcomer.promise).toBePending()
  patient.release()
  await time.settle()
  expect(log).toEqual(['first', 'patient', 'newcomer'])
})

check('run gives the value and the permit back', { points: 10 }, async ({ submission, time, script, expect }) => {
  const kilns = submission.semaphore(1)
  const vase = script.delay(40, 'vase')
  const drying = script.delay(30, 'cup')
  // No promise, but something to wait for all the same.
  const cup = script.calling(() => ({ then: (done, failed) => drying().then(done, failed) }))
  const bowl = script.calling(() => 'bowl')
  const [first, second, third] = [kilns.run(vase), kilns.run(cup), kilns.run(bowl)]
  await time.advance(39)
  expect(cup).toHaveBeenCalledTimes(0)
  await time.advance(32)
  await expect(first).toResolve('vase')
  await expect(second).toResolve('cup')
  await expect(third).toResolve('bowl')
  expect(vase).startedAt(0)
  expect(cup).startedAt(40)
  expect(bowl).startedAt(70)
  expect([vase, cup, bowl].flatMap(({ calls }) => calls[0].args)).toHaveLength(0)
  await expect(kilns.run(() => null)).toResolve(null)
})

check('run gives the permit back after a failure', {
  points: 10, needs: 'run gives the value and the permit back',
}, async ({ submission, time, script, expect }) => {
  const kilns = submission.semaphore(1)
  const error = script.error('cracked')
  const first = kilns.run(script.failAfter(20, error))
  const second = kilns.run(script.succeed('plate'))
  await expect(first).toReject(error)
  await expect(second).toResolve('plate')
  // Whoever rejects without a reason has failed as well.
  await expect(kilns.run(script.failAfter(20, null))).toReject(null)
  await expect(kilns.run(script.succeed('jug'))).toResolve('jug')
  await time.runAll()
})

check('run gives the permit back after a function that throws', {
  points: 5, needs: 'run gives the value and the permit back',
}, async ({ submission, time, script, expect }) => {
  const kilns = submission.semaphore(1)
  const error = script.error('no clay')
  const first = kilns.run(script.calling(() => { throw error }))
  const second = kilns.run(script.succeed('plate'))
  await expect(first).toReject(error)
  await expect(second).toResolve('plate')
  await time.runAll()
})

check('keeps the limit and uses all of it', { points: 10, anyOrder: true }, async (world) => {
  const { submission, time, script, expect } = world
  const kilns = submission.semaphore(3)
  const fire = script.delays(1, 50, 'done')
  const customer = script.delays(0, 5)
  const results = []
  for (let count = 0; count < 9; count++) {
    customer().then(() => kilns.run(fire)).then((value) => results.push(value))
  }
  await time.runAll()
  expect(results).toHaveLength(9)
  expect(fire).toHaveBeenCalledTimes(9)
  expect(fire).toHaveAtMostInFlight(3)
  expect(fire).toHaveReachedInFlight(3)
})

check('no permit lies idle', { points: 5, needs: 'run gives the value and the permit back' }, async (world) => {
  const { submission, time, script, expect } = world
  const [kilns, wheels] = [submission.semaphore(2), submission.semaphore(2)]
  const fire = script.sequence(script.delay(90), script.delay(20), script.delay(30), script.delay(10), script.delay(5))
  const results = Array.from({ length: 5 }, () => kilns.run(fire))
  // That all kilns are taken is nothing to the potters at the wheels.
  const turn = script.delay(25)
  results.push(wheels.run(turn))
  await time.runAll()
  expect(turn).startedAt(0)
  expect(fire).startedAt(0, 0, 20, 50, 60)
  for (const result of results) await expect(result).toResolve()
})

check('holds its line in mixed company', { points: 5, hidden: true }, async (world) => {
  const { submission, time, script, expect } = world
  const kilns = submission.semaphore(2)
  const other = submission.semaphore(1)
  const log = []
  const held = [ask(kilns, 'a', log), ask(kilns, 'b', log)]
  const bad = kilns.run(script.failAfter(10))
  const good = kilns.run(script.delay(15, 5))
  const last = ask(kilns, 'c', log)
  await expect(other.run(script.succeed('other'))).toResolve('other')
  await time.advance(30)
  expect(log).toEqual(['a', 'b'])
  held[0].release()
  held[0].release()
  await expect(bad).toReject('scripted failure')
  expect(time.now()).toBeBetween(40, 41)
  await expect(good).toResolve(5)
  expect(time.now()).toBeBetween(55, 56)
  await time.settle()
  expect(log).toEqual(['a', 'b', 'c'])
  held[1].release()
  last.release()
  const [one, two, three] = ['d', 'e', 'f'].map((name) => ask(kilns, name, log))
  await time.settle()
  expect(log).toEqual(['a', 'b', 'c', 'd', 'e'])
  expect(three.promise).toBePending()
  one.release()
  two.release()
})

check('tryAcquire never waits', { points: 10, extra: true }, async ({ submission, time, expect }) => {
  const kilns = submission.semaphore(1)
  const first = kilns.tryAcquire()
  expect(typeof first).toBe('function')
  expect(kilns.tryAcquire()).toBe(undefined)
  const waiting = ask(kilns, 'waiting')
  first()
  // The permit is promised to the one who waits.
  expect(kilns.tryAcquire()).toBe(undefined)
  await time.settle()
  waiting.release()
  await time.settle()
  const again = kilns.tryAcquire()
  expect(typeof again).toBe('function')
  again()
  again()
  await time.settle()
  expect(typeof kilns.tryAcquire()).toBe('function')
  expect(kilns.tryAcquire()).toBe(undefined)
})
