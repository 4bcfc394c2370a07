// SPDX-License-Identifier: MIT
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)

  let discount = 0
  try {
    discount = await findVoucher(group)
  } catch (error) {
    if (error.code !== 'NO_VOUCHER') throw error
  }

  let mail = 'sent'
  try {
    await sendTicket(group, guide, discount)
  } catch (error) {
    mail = `not sent: ${error.message}`
  }
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
