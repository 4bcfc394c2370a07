// SPDX-License-Identifier: MIT
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const visit = { group, guide: 'to be announced', discount: 0, mail: 'sent' }
  try {
    visit.guide = await findGuide(group)
    visit.discount = await findVoucher(group)
    await sendTicket(group, visit.guide, visit.discount)
  } catch (error) {
    console.error(`${group}: ${error.message}`)
  }
  return visit
}

module.exports = { planVisit }
