// SPDX-License-Identifier: MIT
public import Markup
internal import Scheduling

/// A trace as a page for a terminal: time goes down, each task is a block, and what it printed stands beside it.
///
/// A pure function of the trace. The ticks and microtasks of a checkpoint are nested under the task that it closes.
/// Several threads stand side by side where each has room, and one after the other where not.
public struct Timeline {
    /// How the page is to look.
    public struct Options: Equatable, Sendable {
        /// What can be shown where it goes.
        public var style: TerminalStyle
        /// Whether repetition and long text are shown in full.
        public var isUnfolded: Bool
        /// What the first script is called.
        public var entryName: String
        /// How to see what was folded, as a sentence; empty for none.
        public var foldHint: String
        /// How many steps are shown at most after folding, unless everything is; a step takes a row or a few.
        public var stepLimit: Int

        /// Shows a trace in a style.
        public init(_ style: TerminalStyle, isUnfolded: Bool = false) {
            self.style = style
            self.isUnfolded = isUnfolded
            entryName = "main script"
            foldHint = ""
            stepLimit = 1_000
        }
    }

    /// The rows, none wider than the terminal.
    public let rows: [StyledText]
    private let style: TerminalStyle

    /// Draws a trace.
    public init(_ trace: Trace, _ options: Options) {
        style = options.style
        let reading = TimelineReading(trace)
        let fold = TimelineFold(reading, isUnfolded: options.isUnfolded)
        let words = TimelineWords(trace, entryName: options.entryName)
        let drawing = TimelineDrawing(reading.entries, words, options)
        let pieces = fold.pieces
        var hint = pieces.contains { $0.hidden > 0 }
        let body: [StyledText]
        if !options.isUnfolded, pieces.count > options.stepLimit {
            hint = true
            let tail = options.stepLimit / 4
            body =
                drawing.rows(of: Array(pieces.prefix(options.stepLimit - tail)))
                + [drawing.omission(of: pieces.count - options.stepLimit)]
                + drawing.rows(of: Array(pieces.suffix(tail)))
        } else {
            body = drawing.rows(of: pieces)
        }
        var footer = [drawing.summary]
        if hint, !options.foldHint.isEmpty { footer.append(options.foldHint) }
        // Times of many digits leave no room on a narrow terminal.
        rows = (drawing.head + body + drawing.foot(footer)).map {
            $0.cut(to: options.style.columns, mark: options.style.mark)
        }
    }

    /// The page, ready to be written.
    public var text: String {
        rows.map { style.rendered($0) + "\n" }.joined()
    }
}
