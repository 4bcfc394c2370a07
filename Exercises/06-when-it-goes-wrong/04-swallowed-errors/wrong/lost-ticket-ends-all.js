// SPDX-License-Identifier: MIT
// fails: says that a ticket was not sent
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)
  const discount = await findVoucher(group).catch((error) => {
    if (error.code !== 'NO_VOUCHER') throw error
    return 0
  })
  await sendTicket(group, guide, discount)
  return { group, guide, discount, mail: 'sent' }
}

module.exports = { planVisit }
