// SPDX-License-Identifier: MIT
// fails: rejects when the book cannot be written
// The mail hangs on a branch of the book's promise, and that branch rejects, too: it warns of the book.
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const saved = save(total)
  saved.then(() => mail(`takings: ${total}`)).catch(warn)
  return { total, page: await saved }
}

module.exports = { closeTill }
