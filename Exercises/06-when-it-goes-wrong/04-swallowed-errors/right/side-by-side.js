// SPDX-License-Identifier: MIT
// Guide and discount at once; each call is turned into what it means where it is made.
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const [guide, discount] = await Promise.all([
    findGuide(group),
    findVoucher(group).catch((error) => {
      if (error.code === 'NO_VOUCHER') return 0
      throw error
    }),
  ])
  const mail = await sendTicket(group, guide, discount).then(
    () => 'sent',
    ({ message }) => 'not sent: ' + message
  )
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
