// SPDX-License-Identifier: MIT

check('returns one', ({ submission, expect }) => {
  expect(submission.one()).toBe(1)
})

check('returns it twice', ({ submission, expect }) => {
  expect(submission.one() + submission.one()).toBe(2)
})
