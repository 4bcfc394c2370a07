// SPDX-License-Identifier: MIT
async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total)
  mail(`takings: ${total}`).catch((error) => warn(error))
  return { total, page }
}

module.exports = { closeTill }
