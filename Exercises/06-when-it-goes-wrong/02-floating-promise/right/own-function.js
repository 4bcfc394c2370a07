// SPDX-License-Identifier: MIT
// An async function for the mail that never rejects. There is no export.
async function tellTheOwner(text, mail, warn) {
  try {
    await mail(text)
  } catch (error) {
    warn(error)
  }
}

async function closeTill(sales, { save, mail, warn }) {
  const total = sales.reduce((sum, sale) => sum + sale, 0)
  const page = await save(total)
  tellTheOwner(`takings: ${total}`, mail, warn)
  return { total, page }
}
