// SPDX-License-Identifier: MIT
// attack: queues promise jobs without end
// expects: stopped microtask-starvation

exports.sleep = async () => { for (;;) await undefined }
