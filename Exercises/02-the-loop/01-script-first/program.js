// SPDX-License-Identifier: MIT
setTimeout(() => console.log('kettle boils'), 0)
console.log('cups out')
