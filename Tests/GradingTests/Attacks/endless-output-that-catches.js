// SPDX-License-Identifier: MIT
// attack: prints without end and catches everything
// expects: stopped output-flood

exports.sleep = () => {
  for (;;) {
    try {
      process.stdout.write('x'.repeat(100_000))
    } catch {}
  }
}
