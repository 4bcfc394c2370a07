// SPDX-License-Identifier: MIT
// fails: rejects without a guide
// Both at once, but nobody listens to the first promise while the second one is awaited.
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const search = findGuide(group)
  const discount = await findVoucher(group).catch((error) => {
    if (error.code !== 'NO_VOUCHER') throw error
    return 0
  })
  const guide = await search
  const mail = await sendTicket(group, guide, discount).then(() => 'sent', (error) => `not sent: ${error.message}`)
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
