// SPDX-License-Identifier: MIT

// A display that keeps what it is warned of.
function display(script) {
  const errors = []
  return { errors, warn: script.calling((error) => { errors.push(error) }) }
}

check('knows the total and the page', { points: 10 }, async ({ submission, script, expect }) => {
  const { warn } = display(script)
  const [save, mail] = [script.delay(40, 118), script.delay(15, 'sent')]
  // A gift, a refund, and half a coin.
  const closed = submission.closeTill([19, 4.5, 0, -2, 12], { save, mail, warn })
  // There are two tills, and this one is closed meanwhile.
  const other = submission.closeTill([7], { save: script.delay(20, 9), mail, warn })
  await expect(closed).toResolve({ total: 33.5, page: 118 })
  await expect(other).toResolve({ total: 7, page: 9 })
  expect(save).toHaveBeenCalledTimes(1)
  expect(save).toHaveBeenCalledWith(33.5)
})

const order = { points: 15, anyOrder: true }
check('is closed when the page is known', order, async ({ submission, time, script, expect }) => {
  const { warn } = display(script)
  const [save, mail] = [script.delays(2, 80, 7), script.delays(5, 200, 'sent')]
  await expect(submission.closeTill([5, 5], { save, mail, warn })).toResolve({ total: 10, page: 7 })
  const [{ settledAt }] = save.calls
  expect(time.now()).toBeBetween(settledAt, settledAt + 1)
})

check('mails what is in the book', { points: 15 }, async ({ submission, time, script, expect }) => {
  const { warn } = display(script)
  const [save, mail] = [script.delay(60, 31), script.delay(10, 'sent')]
  submission.closeTill([8, 20], { save, mail, warn })
  await time.advance(59)
  expect(mail).toHaveBeenCalledTimes(0)
  await time.runAll()
  expect(mail).toHaveBeenCalledTimes(1)
  expect(mail).toHaveBeenCalledWith('takings: 28')
  expect(mail.calls[0].startedAt).toBeBetween(60, 61)
  // The next evening has a mail of its own.
  await expect(submission.closeTill([3, 3], { save, mail, warn })).toResolve({ total: 6, page: 31 })
  await time.runAll()
  expect(mail).toHaveBeenCalledTimes(2)
  expect(mail).toHaveBeenCalledWith('takings: 6')
  expect(warn).toHaveBeenCalledTimes(0)
})

check('rejects when the book cannot be written', { points: 15 }, async ({ submission, time, script, expect }) => {
  const { warn } = display(script)
  const full = script.error('the book is full')
  const [save, mail] = [script.failAfter(30, full), script.delay(10, 'sent')]
  await expect(submission.closeTill([3], { save, mail, warn })).toReject(full)
  await time.runAll()
  expect(save).toHaveBeenCalledTimes(1)
  expect(mail).toHaveBeenCalledTimes(0)
  expect(warn).toHaveBeenCalledTimes(0)
})

check('does not wait for the mail', { points: 15 }, async ({ submission, script, expect }) => {
  const { warn } = display(script)
  const closed = submission.closeTill([1, 2], { save: script.delay(25, 4), mail: script.hang(), warn })
  await expect(closed).toSettleAt(25)
  await expect(closed).toResolve({ total: 3, page: 4 })
})

check('warns when the mail is lost', { points: 20 }, async ({ submission, time, script, expect }) => {
  const { errors, warn } = display(script)
  const lost = [script.error('the mail server is down'), script.error('no such mailbox')]
  const mail = script.sequence(script.failAfter(900_000, lost[0]), script.failAfter(900_000, lost[1]))
  const save = script.delay(20, 55)
  const closed = submission.closeTill([6, 6], { save, mail, warn })
  await expect(closed).toSettleAt(20)
  await expect(closed).toResolve({ total: 12, page: 55 })
  // The next evening comes before the first mail is lost.
  await expect(submission.closeTill([2, 3], { save, mail, warn })).toResolve({ total: 5, page: 55 })
  expect(warn).toHaveBeenCalledTimes(0)
  await time.runAll()
  expect(warn).toHaveBeenCalledTimes(2)
  for (const [index, error] of lost.entries()) expect(errors[index]).toBe(error)
})

check('closes on an odd evening', { points: 10, hidden: true }, async ({ submission, time, script, expect }) => {
  const { errors, warn } = display(script)
  const mail = script.fail('no such mailbox')
  // Nothing was sold, the book has a page 0, and the mail fails at once, with a text.
  const closed = submission.closeTill([], { save: script.succeed(0), mail, warn })
  await time.settle()
  await expect(closed).toResolve({ total: 0, page: 0 })
  await time.runAll()
  expect(mail).toHaveBeenCalledTimes(1)
  expect(mail).toHaveBeenCalledWith('takings: 0')
  expect(errors).toEqual(['no such mailbox'])
})
