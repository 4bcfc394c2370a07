// SPDX-License-Identifier: MIT
// attack: leaves a comment open for what stands behind it
// expects: fails

exports.sleep = async () => 7
/* what follows is a comment
