// SPDX-License-Identifier: MIT

check('plans a visit when nothing fails', { points: 10 }, async ({ submission, time, script, expect }) => {
  const sendTicket = script.delay(30, 'queued as 4711')
  const visit = submission.planVisit('class 4b', {
    findGuide: script.delay(20, 'Ida'), findVoucher: script.delay(10, 15), sendTicket,
  })
  await expect(visit).toResolve({ group: 'class 4b', guide: 'Ida', discount: 15, mail: 'sent' })
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(1)
  expect(sendTicket).toHaveBeenCalledWith('class 4b', 'Ida', 15)
})

check('rejects without a guide', { points: 20 }, async ({ submission, time, script, expect }) => {
  const nobody = script.error('all guides are out')
  const sendTicket = script.succeed()
  const visit = submission.planVisit('chess club', {
    findGuide: script.failAfter(20, nobody), findVoucher: script.delay(10, 5), sendTicket,
  })
  await expect(visit).toReject(nobody)
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(0)
})

check('takes no voucher for an answer', { points: 20 }, async ({ submission, time, script, expect }) => {
  const none = script.error('nothing found', { code: 'NO_VOUCHER' })
  const sendTicket = script.delay(10)
  const visit = submission.planVisit('choir', {
    findGuide: script.delay(10, 'Jon'), findVoucher: script.failAfter(25, none), sendTicket,
  })
  await expect(visit).toResolve({ group: 'choir', guide: 'Jon', discount: 0, mail: 'sent' })
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(1)
  expect(sendTicket).toHaveBeenCalledWith('choir', 'Jon', 0)
})

check('rejects when nobody knows about vouchers', { points: 20 }, async ({ submission, time, script, expect }) => {
  const down = script.error('the list of vouchers is out of order', { code: 'ECONNREFUSED' })
  const sendTicket = script.succeed()
  const visit = submission.planVisit('firefighters', {
    findGuide: script.delay(30, 'Kai'), findVoucher: script.failAfter(10, down), sendTicket,
  })
  await expect(visit).toReject(down)
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(0)
})

check('says that a ticket was not sent', { points: 15 }, async ({ submission, script, expect }) => {
  const full = script.error('mailbox is full')
  const visit = submission.planVisit('rowers', {
    findGuide: script.delay(5, 'Lea'), findVoucher: script.delay(5, 20), sendTicket: script.failAfter(80, full),
  })
  await expect(visit).toResolve({ group: 'rowers', guide: 'Lea', discount: 20, mail: 'not sent: mailbox is full' })
})

const anyTime = { points: 10, anyOrder: true }
check('knows the end of the mail, whoever is quicker', anyTime, async ({ submission, time, script, expect }) => {
  const none = script.error('no voucher', { code: 'NO_VOUCHER' })
  const [findGuide, sendTicket] = [script.delays(1, 60, 'Mia'), script.delays(1, 60)]
  const findVoucher = script.sequence(script.delays(1, 60, 30), script.fail(none))
  const first = submission.planVisit('bakers', { findGuide, findVoucher, sendTicket })
  await expect(first).toResolve({ group: 'bakers', guide: 'Mia', discount: 30, mail: 'sent' })
  expect(sendTicket).toHaveBeenCalledTimes(1)
  expect(time.now()).toBeBetween(sendTicket.calls[0].settledAt, sendTicket.calls[0].settledAt + 1)
  const second = submission.planVisit('brewers', { findGuide, findVoucher, sendTicket })
  await expect(second).toResolve({ group: 'brewers', guide: 'Mia', discount: 0, mail: 'sent' })
  expect(sendTicket).toHaveBeenCalledWith('brewers', 'Mia', 0)
})

check('judges an error by its code', { points: 5, hidden: true }, async ({ submission, time, script, expect }) => {
  const sendTicket = script.fail(script.error('bounced'))
  // The messages say the contrary of the codes.
  const none = script.error('query failed', { code: 'NO_VOUCHER' })
  const down = script.error('no voucher: NO_VOUCHER table is locked', { code: 'EBUSY' })
  const bare = script.error('not found')
  const findVoucher = script.sequence(script.fail(none), script.fail(down), script.failAfter(3, bare))
  const findGuide = script.succeed('Nils')
  const plan = () => submission.planVisit('anglers', { findGuide, findVoucher, sendTicket })
  await expect(plan()).toResolve({ group: 'anglers', guide: 'Nils', discount: 0, mail: 'not sent: bounced' })
  await expect(plan()).toReject(down)
  await expect(plan()).toReject(bare)
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(1)
})
