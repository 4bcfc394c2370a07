// SPDX-License-Identifier: MIT
// fails: rejects without a guide
// `allSettled` never rejects; somebody has to look at what it says.
async function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  const [guide, voucher] = await Promise.allSettled([findGuide(group), findVoucher(group)])
  if (voucher.status === 'rejected' && voucher.reason.code !== 'NO_VOUCHER') throw voucher.reason
  const discount = voucher.value ?? 0
  const mail = await sendTicket(group, guide.value, discount).then(
    () => 'sent',
    ({ message }) => `not sent: ${message}`
  )
  return { group, guide: guide.value, discount, mail }
}

module.exports = { planVisit }
