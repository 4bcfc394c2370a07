// SPDX-License-Identifier: MIT
// fails: warns when the mail is lost
// The complaint is gone; the floating promise is not.
process.on('unhandledRejection', () => {})

async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total)
  mail(`takings: ${total}`)
  return { total, page }
}

module.exports = { closeTill }
