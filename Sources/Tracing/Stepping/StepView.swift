// SPDX-License-Identifier: MIT

/// What of a run is shown besides the place in it: a text above the panes, a question, a message.
public struct StepView: Equatable, Sendable {
    /// A text that covers the panes.
    public enum Overlay: Equatable, Sendable {
        /// The keys.
        case help
        /// Why what runs now runs now.
        case why
        /// Everything that was printed.
        case output
        /// Every queue, frame and variable in full.
        case details
    }

    /// A question that is being answered.
    public enum Question: Equatable, Sendable {
        /// Where to go.
        case goTo
        /// What to look for.
        case search
        /// Which line to mark.
        case mark
    }

    /// The text above the panes.
    public var overlay: Overlay?
    /// How many rows of it are scrolled away at its top.
    public var overlayScroll = 0
    /// How many rows the source is scrolled from where the current line is in sight.
    public var sourceScroll = 0
    /// The question.
    public var question: Question?
    /// What was typed as its answer.
    public var answer = ""
    /// What the last key came to, if that needs words.
    public var message = ""

    /// Shows the panes and nothing else.
    public init() {}
}
