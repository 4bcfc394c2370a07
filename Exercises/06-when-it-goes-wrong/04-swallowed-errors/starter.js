// SPDX-License-Identifier: MIT
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const visit = { group, discount: 0, mail: 'sent' }
  visit.guide = 'to be announced'
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
