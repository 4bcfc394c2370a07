// SPDX-License-Identifier: MIT
// fails: warns when the mail is lost
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total)
  try {
    mail(`takings: ${total}`)
  } catch (error) {
    warn(error)
  }
  return { total, page }
}

module.exports = { closeTill }
