// SPDX-License-Identifier: MIT
// Results instead of errors, in two functions. There is no export.
const discountOf = (lookUp) =>
  lookUp.then(undefined, (error) => (error.code === 'NO_VOUCHER' ? 0 : Promise.reject(error)))

async function mailOf(sending) {
  const [outcome] = await Promise.allSettled([sending])
  return outcome.status === 'fulfilled' ? 'sent' : `not sent: ${outcome.reason.message}`
}

function planVisit(group, { findGuide, findVoucher, sendTicket }) {
  return discountOf(findVoucher(group)).then((discount) =>
    findGuide(group).then(async (guide) => {
      const mail = await mailOf(sendTicket(group, guide, discount))
      return { group, guide, discount, mail }
    })
  )
}
