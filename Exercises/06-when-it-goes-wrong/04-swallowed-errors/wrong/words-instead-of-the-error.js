// SPDX-License-Identifier: MIT
// fails: rejects without a guide
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  let guide
  try {
    guide = await findGuide(group)
  } catch (error) {
    throw `no guide for ${group}`
  }
  const discount = await findVoucher(group).catch((error) => {
    if (error.code !== 'NO_VOUCHER') throw error
    return 0
  })
  const mail = await sendTicket(group, guide, discount).then(() => 'sent', (error) => `not sent: ${error.message}`)
  return { group, guide, discount, mail }
}

module.exports = { planVisit }
