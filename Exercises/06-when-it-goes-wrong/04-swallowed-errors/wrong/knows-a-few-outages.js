// SPDX-License-Identifier: MIT
// fails: judges an error by its code
// A list of what is bad, where only one code is good: whatever is not on it counts as no voucher.
const outages = ['ECONNREFUSED', 'ETIMEDOUT', 'EBUSY']

async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)
  const discount = await findVoucher(group).catch((error) => {
    if (error.code === undefined || outages.includes(error.code)) throw error
    return 0
  })
  const mail = await sendTicket(group, guide, discount).then(() => 'sent', (error) => `not sent: ${error.message}`)
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
