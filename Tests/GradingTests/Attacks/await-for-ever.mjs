// SPDX-License-Identifier: MIT
// attack: never gets through its top level
// expects: fails

await new Promise(() => {})
export const sleep = async () => {}
