// SPDX-License-Identifier: MIT
// fails: mails what is in the book
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  mail(`takings: ${total}`).catch(warn)
  const page = await save(total)
  return { total, page }
}

module.exports = { closeTill }
