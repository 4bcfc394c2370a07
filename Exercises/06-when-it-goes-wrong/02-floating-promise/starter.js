// SPDX-License-Identifier: MIT
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const closed = { total, page: undefined }
  try {
    save(total).then((page) => {
      closed.page = page
    })
    mail(`takings: ${total}`)
  } catch (error) {
    warn(error)
  }
  return closed
}

module.exports = { closeTill }
