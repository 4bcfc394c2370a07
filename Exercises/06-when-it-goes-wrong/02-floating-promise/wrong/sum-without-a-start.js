// SPDX-License-Identifier: MIT
// fails: closes on an odd evening
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale)
  const page = await save(total)
  mail(`takings: ${total}`).catch(warn)
  return { total, page }
}

module.exports = { closeTill }
