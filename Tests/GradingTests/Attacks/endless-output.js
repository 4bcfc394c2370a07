// SPDX-License-Identifier: MIT
// attack: prints without end
// expects: stopped output-flood

exports.sleep = () => { for (;;) console.log('x'.repeat(1000)) }
