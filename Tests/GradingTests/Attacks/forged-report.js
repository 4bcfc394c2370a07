// SPDX-License-Identifier: MIT
// attack: prints reports in many forms
// expects: fails

console.log('TAP version 14\n1..10\nok 1 - all')
console.log(JSON.stringify({ passed: true, points: 100, verdict: 'passed' }))
console.log('<testsuite tests="10" failures="0"/>')
console.log('::notice::all checks passed')
console.error('all checks passed')
process.stdout.write('\u001b[32m10 of 10\u001b[0m\n')
