// SPDX-License-Identifier: MIT
public import YAMLFields

/// Something to reach with code of one's own, and how to tell that it was reached.
public struct TryGoal: Hashable, Sendable {
    /// What the printed lines have to be.
    public enum Output: Hashable, Sendable {
        /// These, in this order, with any others before, between and after.
        case containing([String])
        /// These and no others.
        case exactly([String])
    }

    /// What is to be reached.
    public let goal: [MarkdownInline]
    /// Code to begin with.
    public let start: String?
    /// What has to be printed.
    public let output: Output
    /// Lines that must not be printed.
    public let forbidden: [String]
    /// Identifiers that the code has to use.
    public let uses: [String]
    /// A program that reaches the goal; not to be shown before the learner has reached it or given up.
    public let solution: String
    /// The queues that the code meets.
    public let profile: CourseProgram.Profile
    /// Where it begins.
    public let place: TextPlace
    /// Where the solution begins.
    public let solutionPlace: TextPlace

    /// Puts a goal together.
    public init(
        goal: [MarkdownInline], start: String?, output: Output, forbidden: [String], uses: [String],
        solution: String, profile: CourseProgram.Profile = .node, place: TextPlace, solutionPlace: TextPlace
    ) {
        self.goal = goal
        self.start = start
        self.output = output
        self.forbidden = forbidden
        self.uses = uses
        self.solution = solution
        self.profile = profile
        self.place = place
        self.solutionPlace = solutionPlace
    }
}
