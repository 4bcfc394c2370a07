// SPDX-License-Identifier: MIT

extension CourseCheck {
    /// The word that marks a place for an author to fill; a course that has it does not pass.
    public static let leftoverMark = Leftovers.mark
}
