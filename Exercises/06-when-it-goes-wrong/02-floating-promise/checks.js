// SPDX-License-Identifier: MIT

// A display that keeps the messages of what it is warned of.
function display(script) {
  const messages = []
  return { messages, warn: script.calling((error) => { messages.push(error.message) }) }
}

check('knows the total and the page', { points: 10 }, async ({ submission, script, expect }) => {
  const { warn } = display(script)
  const [save, mail] = [script.delay(40, 118), script.delay(15, 'sent')]
  const closed = submission.closeTill([19, 4, 12], { save, mail, warn })
  await expect(closed).toResolve({ total: 35, page: 118 })
  expect(save).toHaveBeenCalledTimes(1)
  expect(save).toHaveBeenCalledWith(35)
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
  expect(mail.calls[0].startedAt).toBeBetween(60, 62)
  expect(warn).toHaveBeenCalledTimes(0)
})

check('rejects when the book cannot be written', { points: 15 }, async ({ submission, time, script, expect }) => {
  const { warn } = display(script)
  const full = script.error('the book is full')
  const [save, mail] = [script.failAfter(30, full), script.delay(10, 'sent')]
  await expect(submission.closeTill([3], { save, mail, warn })).toReject(full)
  await time.runAll()
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
  const { messages, warn } = display(script)
  const mail = script.failAfter(90_000, script.error('the mail server is down'))
  const closed = submission.closeTill([6, 6], { save: script.delay(20, 55), mail, warn })
  await expect(closed).toSettleAt(20)
  await expect(closed).toResolve({ total: 12, page: 55 })
  expect(warn).toHaveBeenCalledTimes(0)
  await time.runAll()
  expect(messages).toEqual(['the mail server is down'])
})

check('closes on an odd evening', { points: 10, hidden: true }, async ({ submission, time, script, expect }) => {
  const { messages, warn } = display(script)
  const mail = script.fail(script.error('no such mailbox'))
  // Nothing was sold, the book has a page 0, and the mail fails at once.
  const closed = submission.closeTill([], { save: script.succeed(0), mail, warn })
  await time.settle()
  await expect(closed).toResolve({ total: 0, page: 0 })
  await time.runAll()
  expect(mail).toHaveBeenCalledTimes(1)
  expect(mail).toHaveBeenCalledWith('takings: 0')
  expect(messages).toEqual(['no such mailbox'])
})
