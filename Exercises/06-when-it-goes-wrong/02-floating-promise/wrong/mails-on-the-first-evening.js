// SPDX-License-Identifier: MIT
// fails: mails what is in the book
// Once for each evening is meant, not once for ever.
let isMailed = false

async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total)
  if (!isMailed) {
    isMailed = true
    mail(`takings: ${total}`).catch(warn)
  }
  return { total, page }
}

module.exports = { closeTill }
