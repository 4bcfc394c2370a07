// SPDX-License-Identifier: MIT

check('plans a visit when nothing fails', { points: 10 }, async ({ submission, time, script, expect }) => {
  const sendTicket = script.delay(30, 'queued as 4711')
  const [findGuide, findVoucher] = [script.delay(20, 'Ida'), script.delay(10, 12.5)]
  const visit = submission.planVisit('class 4b', { findGuide, findVoucher, sendTicket })
  // Meanwhile another group plans, and what it is told comes sooner.
  const other = submission.planVisit('class 4c', {
    findGuide: script.delay(5, 'Max'), findVoucher: script.delay(2, 20), sendTicket: script.delay(1, null),
  })
  await expect(visit).toResolve({ group: 'class 4b', guide: 'Ida', discount: 12.5, mail: 'sent' })
  await expect(other).toResolve({ group: 'class 4c', guide: 'Max', discount: 20, mail: 'sent' })
  await time.runAll()
  expect(findGuide).toHaveBeenCalledWith('class 4b')
  expect(findVoucher).toHaveBeenCalledWith('class 4b')
  expect(sendTicket).toHaveBeenCalledTimes(1)
  expect(sendTicket).toHaveBeenCalledWith('class 4b', 'Ida', 12.5)
})

check('rejects without a guide', { points: 20 }, async ({ submission, time, script, expect }) => {
  const sendTicket = script.succeed()
  const none = script.error('no voucher', { code: 'NO_VOUCHER' })
  const nobody = script.error('all guides are out')
  // What a code means depends on whose error it is. And the voucher may be found later than the guide is missed.
  const guides = [nobody, script.error('the guide has no voucher for the car', { code: 'NO_VOUCHER' })]
  const vouchers = [script.delay(10, 5), script.delay(90, 5), script.failAfter(10, none), script.failAfter(90, none)]
  for (const lost of guides) {
    for (const findVoucher of vouchers) {
      const findGuide = script.failAfter(20, lost)
      await expect(submission.planVisit('chess club', { findGuide, findVoucher, sendTicket })).toReject(lost)
      await time.runAll()
      expect(sendTicket).toHaveBeenCalledTimes(0)
    }
  }
})

check('takes no voucher for an answer', { points: 20 }, async ({ submission, time, script, expect }) => {
  const none = script.error('nothing found', { code: 'NO_VOUCHER' })
  const sendTicket = script.delay(10, { ok: false })
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
  const findVoucher = script.failAfter(10, down)
  const findGuide = script.delay(30, 'Kai')
  await expect(submission.planVisit('firefighters', { findGuide, findVoucher, sendTicket })).toReject(down)
  await time.runAll()
  // Both fail. Which of the errors counts is open, and the other one disturbs nobody.
  const nobody = script.error('all guides are out')
  const lost = submission.planVisit('divers', { findGuide: script.failAfter(30, nobody), findVoucher, sendTicket })
  await expect(lost).toReject({ message: /^(?:all guides are out|the list of vouchers is out of order)$/ })
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(0)
})

check('says that a ticket was not sent', { points: 15 }, async ({ submission, script, expect }) => {
  // The codes are those of other errors, and a voucher may be worth nothing.
  for (const [discount, code] of [[20, 'EMAIL'], [0, 'NO_VOUCHER'], [0, undefined]]) {
    const sendTicket = script.failAfter(80, script.error('smtp 452: mailbox is full', { code }))
    const visit = submission.planVisit('rowers', {
      findGuide: script.delay(5, 'Lea'), findVoucher: script.delay(5, discount), sendTicket,
    })
    const mail = 'not sent: smtp 452: mailbox is full'
    await expect(visit).toResolve({ group: 'rowers', guide: 'Lea', discount, mail })
    expect(sendTicket).toHaveBeenCalledTimes(1)
  }
})

const anyTime = { points: 10, anyOrder: true }
check('knows the end of the mail, whoever is quicker', anyTime, async ({ submission, time, script, expect }) => {
  const none = script.error('no voucher', { code: 'NO_VOUCHER' })
  const findGuide = script.sequence(script.delays(1, 60, 'Mia'), script.delays(1, 60, 'Tom'))
  const sendTicket = script.delays(1, 60, false)
  const findVoucher = script.sequence(script.delays(1, 60, 30), script.fail(none))
  const first = submission.planVisit('bakers', { findGuide, findVoucher, sendTicket })
  await expect(first).toResolve({ group: 'bakers', guide: 'Mia', discount: 30, mail: 'sent' })
  expect(sendTicket).toHaveBeenCalledTimes(1)
  expect(time.now()).toBeBetween(sendTicket.calls[0].settledAt, sendTicket.calls[0].settledAt + 1)
  const second = submission.planVisit('brewers', { findGuide, findVoucher, sendTicket })
  await expect(second).toResolve({ group: 'brewers', guide: 'Tom', discount: 0, mail: 'sent' })
  expect(sendTicket).toHaveBeenCalledWith('brewers', 'Tom', 0)
})

check('judges an error by its code', { points: 5, hidden: true }, async ({ submission, time, script, expect }) => {
  const sendTicket = script.fail(script.error('bounced'))
  const findGuide = script.succeed('Nils')
  const plan = (reason) => submission.planVisit('anglers', { findGuide, findVoucher: script.fail(reason), sendTicket })
  // The messages say the contrary of the codes.
  const none = script.error('query failed', { code: 'NO_VOUCHER' })
  await expect(plan(none)).toResolve({ group: 'anglers', guide: 'Nils', discount: 0, mail: 'not sent: bounced' })
  for (const code of ['EBUSY', 'NO_CONNECTION', 'NO_VOUCHER_TABLE', 'VOUCHERS_LOCKED', 503]) {
    const down = script.error('no voucher: NO_VOUCHER table is locked', { code })
    await expect(plan(down)).toReject(down)
  }
  const bare = script.error('not found')
  await expect(plan(bare)).toReject(bare)
  await time.runAll()
  expect(sendTicket).toHaveBeenCalledTimes(1)
})
