// SPDX-License-Identifier: MIT
// attack: throws null at its top level
// expects: fails

throw null
