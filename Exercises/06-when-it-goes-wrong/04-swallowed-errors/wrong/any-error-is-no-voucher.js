// SPDX-License-Identifier: MIT
// fails: rejects when nobody knows about vouchers
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const guide = await findGuide(group)
  const discount = await findVoucher(group).catch(() => 0)
  let mail = 'sent'
  try {
    await sendTicket(group, guide, discount)
  } catch (error) {
    mail = `not sent: ${error.message}`
  }
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
