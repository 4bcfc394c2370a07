// SPDX-License-Identifier: MIT
// fails: warns when the mail is lost
// Whoever stops listening after two minutes hears of no failure that comes later.
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total)
  const patience = new Promise((resolve) => setTimeout(resolve, 120_000))
  Promise.race([mail(`takings: ${total}`), patience]).catch(warn)
  return { total, page }
}

module.exports = { closeTill }
