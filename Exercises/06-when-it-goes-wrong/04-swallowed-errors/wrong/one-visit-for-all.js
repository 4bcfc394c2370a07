// SPDX-License-Identifier: MIT
// fails: plans a visit when nothing fails
// Two groups that plan at the same time write on the same sheet.
const visit = {}

async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  visit.group = group
  visit.guide = await findGuide(group)
  visit.discount = await findVoucher(group).catch((error) => {
    if (error.code !== 'NO_VOUCHER') throw error
    return 0
  })
  const sending = sendTicket(group, visit.guide, visit.discount)
  visit.mail = await sending.then(() => 'sent', (error) => `not sent: ${error.message}`)
  return { ...visit }
}

module.exports = { planVisit }
