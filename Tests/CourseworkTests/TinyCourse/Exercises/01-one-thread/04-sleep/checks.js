// SPDX-License-Identifier: MIT

check('waits', async ({ submission, time, expect }) => {
  const nap = submission.sleep(100)
  await time.advance(99)
  expect(nap).toBePending()
  await time.runAll()
})
