// SPDX-License-Identifier: MIT
// fails: rejects when nobody knows about vouchers
// The ticket goes out in `finally`, and so on every way out.
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const visit = { group, guide: await findGuide(group), discount: 0, mail: 'sent' }
  try {
    visit.discount = await findVoucher(group)
  } catch (error) {
    if (error.code !== 'NO_VOUCHER') throw error
  } finally {
    await sendTicket(group, visit.guide, visit.discount).catch((error) => {
      visit.mail = `not sent: ${error.message}`
    })
  }
  return visit
}

module.exports = { planVisit }
