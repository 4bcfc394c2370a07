// SPDX-License-Identifier: MIT

const label = (address, digits) => ({ address, digits })

// An error, not only something with a message: that has no stack.
const refusal = (words) => ({ message: `no address: ${words}`, stack: /no address/ })

// runAll() comes to its end only when all threads have. The 60 ms that a worker is in when somebody terminates it are
// up first; none begins others, and nobody keeps an idle one for later.
async function endsSoon({ time, expect }) {
  const settledAt = time.now()
  await time.runAll()
  const more = time.now() - settledAt
  expect(more > 65 ? `something runs on for ${more} ms` : 'nothing runs on').toBe('nothing runs on')
}

check('computes what it computed before', { points: 5 }, async ({ submission, expect }) => {
  // One of them is in the list twice, and one could be the index of an array.
  const labels = submission.labelsFor(['4 Mill Lane', '17 Quay Street', '4 Mill Lane', '5 Mill Lane', '7'])
  await expect(labels).toResolve([
    label('4 Mill Lane', 69), label('17 Quay Street', 43), label('4 Mill Lane', 69), label('5 Mill Lane', 93),
    label('7', 55),
  ])
})

const basis = 'computes what it computed before'

check('leaves the thread free', { points: 25, needs: basis }, async ({ submission, trace, expect }) => {
  const labels = submission.labelsFor(['1 Tower Hill', '2 Tower Hill', '3 Tower Hill'])
  await expect(labels).toResolve()
  expect(trace).toHaveNeverBlockedLongerThan(5)
})

check('lets a worker do the computing', { points: 20, needs: basis }, async ({ submission, time, trace, expect }) => {
  await expect(submission.labelsFor(['8 Orchard Row'])).toResolve()
  // Whoever computes needs 60 ms for it, wherever that is.
  expect(time.now()).toBeBetween(60, Infinity)
  expect(trace).toHaveUsedWorkers()
})

check('leaves no worker behind', { points: 15 }, async (world) => {
  const { submission, trace, expect } = world
  const labels = submission.labelsFor(['12 Station Road'])
  await expect(labels).toResolve([label('12 Station Road', 73)])
  await endsSoon(world)
  expect(trace).toHaveUsedWorkers()
})

check('rejects when the digits cannot be computed', { points: 10 }, async ({ submission, trace, expect }) => {
  await expect(submission.labelsFor([451])).toReject(refusal('451'))
  await expect(submission.labelsFor(['5 Chapel Yard', null])).toReject(refusal('null'))
  expect(trace).toHaveNeverBlockedLongerThan(5)
})

check('leaves no worker behind a failure', { points: 10 }, async (world) => {
  const { submission, trace, expect } = world
  const labels = submission.labelsFor(['6 Chapel Yard', undefined, '7 Chapel Yard', '8 Chapel Yard', '9 Chapel Yard'])
  await expect(labels).toReject(refusal('undefined'))
  await endsSoon(world)
  expect(trace).toHaveUsedWorkers()
})

check('keeps two calls apart', { points: 5, needs: basis }, async (world) => {
  const { submission, expect } = world
  const long = submission.labelsFor(['1 Ferry Walk', '2 Ferry Walk', '3 Ferry Walk'])
  const short = submission.labelsFor(['30 Abbey Close'])
  await expect(short).toResolve([label('30 Abbey Close', 39)])
  await expect(long).toResolve([label('1 Ferry Walk', 28), label('2 Ferry Walk', 93), label('3 Ferry Walk', 61)])
  await endsSoon(world)
})

check('gives no labels for no addresses', { points: 5 }, async (world) => {
  await world.expect(world.submission.labelsFor([])).toResolve([])
  await endsSoon(world)
})

check('labels other addresses', { points: 5, hidden: true }, async ({ submission, trace, expect }) => {
  const labels = submission.labelsFor(['', 'Šibenik, Obala 3', '🏠 7'])
  const broken = submission.labelsFor([{}, 'unknown'])
  await expect(broken).toReject(refusal('[object Object]'))
  await expect(labels).toResolve([label('', 0), label('Šibenik, Obala 3', 26), label('🏠 7', 46)])
  expect(trace).toHaveNeverBlockedLongerThan(5)
  expect(trace).toHaveUsedWorkers()
})
