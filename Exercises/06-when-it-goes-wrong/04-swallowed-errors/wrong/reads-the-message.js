// SPDX-License-Identifier: MIT
// fails: judges an error by its code
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)
  let discount = 0
  try {
    discount = await findVoucher(group)
  } catch (error) {
    if (!/no voucher|nothing found/i.test(error.message)) throw error
  }
  const mail = await sendTicket(group, guide, discount).then(() => 'sent', (error) => `not sent: ${error.message}`)
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
