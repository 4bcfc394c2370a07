// SPDX-License-Identifier: MIT
// fails: rejects when the book cannot be written
// A new error has the old message, and nothing else of the old one.
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  let page
  try {
    page = await save(total)
  } catch (error) {
    throw new Error(error.message)
  }
  mail(`takings: ${total}`).catch(warn)
  return { total, page }
}

module.exports = { closeTill }
