// SPDX-License-Identifier: MIT
// attack: looks for secrets in its environment
// expects: passes 10 of 10
// solution: behind

const { HOME, PATH, USER, LOOPLAB_DB } = process.env
for (const each of [HOME, PATH, USER, LOOPLAB_DB]) if (each !== undefined) console.log('REACHED', each)
