// SPDX-License-Identifier: MIT
// fails: rejects without a guide
// One `catch` cannot tell whose error it is: a code of the guide's is taken for the voucher's.
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  let guide
  let discount = 0
  try {
    guide = await findGuide(group)
    discount = await findVoucher(group)
  } catch (error) {
    if (error.code !== 'NO_VOUCHER') throw error
  }
  const mail = await sendTicket(group, guide, discount).then(() => 'sent', (error) => `not sent: ${error.message}`)
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
