// SPDX-License-Identifier: MIT
// attack: closes the function that its text is put into
// expects: fails

exports.sleep = async () => 7
})
process.exit(0)
(function () {
