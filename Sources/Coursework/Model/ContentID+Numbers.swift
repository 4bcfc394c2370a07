// SPDX-License-Identifier: MIT

extension ContentID {
    /// The number that is shown for a lesson: `2.3`.
    public var lessonNumber: String { "\(trackNumber).\(itemNumber)" }

    /// The number that is shown for an exercise: `2.04`.
    public var exerciseNumber: String { "\(trackNumber).\(item.prefix(2))" }
}
