// SPDX-License-Identifier: MIT
// fails: says that a ticket was not sent
// The handler is there, but it runs after the result has been handed out.
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)
  const discount = await findVoucher(group).catch((error) => {
    if (error.code !== 'NO_VOUCHER') throw error
    return 0
  })
  let mail = 'sent'
  sendTicket(group, guide, discount).catch((error) => {
    mail = `not sent: ${error.message}`
  })
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
