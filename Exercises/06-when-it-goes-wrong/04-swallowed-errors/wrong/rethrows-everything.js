// SPDX-License-Identifier: MIT
// fails: takes no voucher for an answer
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  try {
    const guide = await findGuide(group)
    const discount = await findVoucher(group)
    await sendTicket(group, guide, discount)
    return { group, guide, discount, mail: 'sent' }
  } catch (error) {
    console.error(`${group}: ${error.message}`)
    throw error
  }
}

module.exports = { planVisit }
