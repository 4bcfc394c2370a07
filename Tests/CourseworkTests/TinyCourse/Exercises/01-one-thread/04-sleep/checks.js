// SPDX-License-Identifier: MIT

check("waits", async () => {})
