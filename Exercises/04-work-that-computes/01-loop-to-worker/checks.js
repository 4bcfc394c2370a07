// SPDX-License-Identifier: MIT

const label = (address, digits) => ({ address, digits })

check('computes what it computed before', { points: 5 }, async ({ submission, expect }) => {
  const labels = submission.labelsFor(['4 Mill Lane', '17 Quay Street', '5 Mill Lane'])
  await expect(labels).toResolve([label('4 Mill Lane', 69), label('17 Quay Street', 43), label('5 Mill Lane', 93)])
})

const basis = 'computes what it computed before'

check('leaves the thread free', { points: 25, needs: basis }, async ({ submission, trace, expect }) => {
  const labels = submission.labelsFor(['1 Tower Hill', '2 Tower Hill', '3 Tower Hill'])
  await expect(labels).toResolve()
  expect(trace).toHaveNeverBlockedLongerThan(5)
})

check('lets a worker do the computing', { points: 20, needs: basis }, async ({ submission, time, trace, expect }) => {
  const labels = submission.labelsFor(['8 Orchard Row', '9 Orchard Row'])
  // Whoever computes needs 60 ms for it, wherever that is.
  await time.advance(59)
  expect(labels).toBePending()
  await expect(labels).toResolve()
  expect(trace).toHaveUsedWorkers()
})

check('leaves no worker behind', { points: 15 }, async ({ submission, time, trace, expect }) => {
  const labels = submission.labelsFor(['12 Station Road'])
  await expect(labels).toResolve([label('12 Station Road', 73)])
  // This comes to its end only when all threads have.
  await time.runAll()
  expect(trace).toHaveUsedWorkers()
})

check('rejects when the digits cannot be computed', { points: 10 }, async ({ submission, expect }) => {
  await expect(submission.labelsFor([451])).toReject('no address: 451')
  await expect(submission.labelsFor(['5 Chapel Yard', null])).toReject('no address: null')
})

check('leaves no worker behind a failure', { points: 10 }, async ({ submission, time, trace, expect }) => {
  await expect(submission.labelsFor(['6 Chapel Yard', undefined])).toReject('no address: undefined')
  await time.runAll()
  expect(trace).toHaveUsedWorkers()
})

check('keeps two calls apart', { points: 5, needs: basis }, async ({ submission, expect }) => {
  const long = submission.labelsFor(['1 Ferry Walk', '2 Ferry Walk', '3 Ferry Walk'])
  const short = submission.labelsFor(['30 Abbey Close'])
  await expect(short).toResolve([label('30 Abbey Close', 39)])
  await expect(long).toResolve([label('1 Ferry Walk', 28), label('2 Ferry Walk', 93), label('3 Ferry Walk', 61)])
})

check('gives no labels for no addresses', { points: 5 }, async ({ submission, expect }) => {
  await expect(submission.labelsFor([])).toResolve([])
})

check('labels other addresses', { points: 5, hidden: true }, async ({ submission, trace, expect }) => {
  const labels = submission.labelsFor(['', 'Šibenik, Obala 3', '🏠 7'])
  const broken = submission.labelsFor([{}, 'unknown'])
  await expect(broken).toReject('no address: [object Object]')
  await expect(labels).toResolve([label('', 0), label('Šibenik, Obala 3', 26), label('🏠 7', 46)])
  expect(trace).toHaveNeverBlockedLongerThan(5)
  expect(trace).toHaveUsedWorkers()
})
