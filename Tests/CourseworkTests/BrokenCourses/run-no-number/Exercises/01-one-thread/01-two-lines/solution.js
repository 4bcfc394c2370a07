// SPDX-License-Identifier: MIT

console.log('80 ms')
