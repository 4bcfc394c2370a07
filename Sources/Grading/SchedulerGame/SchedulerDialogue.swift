// SPDX-License-Identifier: MIT
internal import HostRuntime
public import Markup
internal import Scheduling
internal import Tracing

/// One person being the scheduler: takes numbers, gives the queues as they are then.
///
/// It knows no terminal, as ``PredictionDialogue`` does not.
public struct SchedulerDialogue<Runner: ProgramRunner> {
    /// What is to be shown, and whether it goes on.
    public struct Reply: Equatable, Sendable {
        /// What to show.
        public let rows: [StyledText]
        /// Whether the program has ended or the person leaves.
        public let isOver: Bool
    }

    /// The game.
    public private(set) var game: SchedulerGame<Runner>
    /// What is asked.
    public var question: String { " Which runs next?  " }

    private let style: TerminalStyle
    private let text: PredictionText
    private let width: Int
    /// Whether the pick before was refused, so that the next refusal says more.
    private var wasRefused = false

    /// Begins with a game.
    public init(_ game: SchedulerGame<Runner>, _ style: TerminalStyle) {
        self.game = game
        self.style = style
        text = PredictionText(style)
        width = min(style.columns, 80)
    }

    /// The program, what its main script did, and the queues.
    public var opening: [StyledText] {
        let rows =
            text.program(game.trace) + [StyledText()]
            + text.paragraph(
                "", "You are the scheduler. The main script has run; from now on you say which callback runs next.")
            + text.paragraph("", "Type its number and Enter; q leaves.") + [StyledText()]
        return rows + (game.isOver ? ending : picture)
    }

    /// Takes what was typed; an empty line picks the only callback that waits.
    public mutating func take(_ line: String) throws(PredictionError) -> Reply {
        let word = line.filter { !$0.isWhitespace }.lowercased()
        if ["q", "quit", ".quit"].contains(word) { return Reply(rows: summary(hasEnded: false), isOver: true) }
        let only = game.candidates.count == 1 ? 1 : nil
        guard let number = word.isEmpty ? only : Int(word) else {
            return Reply(rows: text.paragraph("", range) + [StyledText()], isOver: false)
        }
        switch try game.pick(number) {
        case .noSuchNumber: return Reply(rows: text.paragraph("", range) + [StyledText()], isOver: false)
        case .refused(let label, let refusal):
            let rows = refused(label, refusal)
            wasRefused = true
            return Reply(rows: rows, isOver: false)
        case .ran(let label, let lines, let queued):
            wasRefused = false
            let rows = ran(label, lines.map(\.text), queued) + [StyledText()]
            return Reply(rows: rows + (game.isOver ? ending : picture), isOver: game.isOver)
        }
    }

    private var range: String {
        let count = game.candidates.count
        return count == 1 ? "Type 1, or Enter." : "Type a number from 1 to \(count), or q to leave."
    }

    // MARK: - What happened

    private func ran(_ label: String, _ lines: [String], _ queued: [String]) -> [StyledText] {
        var words = "\(label) ran"
        if !lines.isEmpty {
            words += " and printed " + lines.map { "\"\($0)\"" }.joined(separator: ", ")
        }
        if !queued.isEmpty { words += "; new in a queue: " + queued.joined(separator: ", ") }
        return text.paragraph("\(style.glyph("✓", "ok")) ", words + ".")
    }

    // The rule alone first; who asks again is told what stands before it.
    private func refused(_ label: String, _ refusal: SchedulerGame<Runner>.Refusal) -> [StyledText] {
        var rows = text.paragraph("\(style.glyph("✗", "x")) ", "\(label) may not run yet.")
        rows += text.paragraph("  Rule: ", refusal.rule.sentence)
        if wasRefused { rows += text.paragraph("        ", ExplanationText.sentence(refusal.sentence)) }
        return rows + [StyledText()]
    }

    // MARK: - The picture

    /// The queues with the numbers to pick by, and the output so far.
    public var picture: [StyledText] {
        let moment = game.moment
        let turn = moment.turn == 0 ? "before the first turn" : "turn \(moment.turn)"
        var rows = [
            StyledText(
                " \(turn) \(style.glyph("·", "-")) \(Self.milliseconds(moment.time)) \(style.glyph("·", "-")) "
                    + "refused \(game.refusalCount)", .faint)
        ]
        for queue in GameQueue.allCases {
            let waiting = game.candidates.filter { $0.queue == queue }
            // Only a page has tasks of other sources, and no phases.
            let isPage = game.trace.header.profile == .browser
            let isShown = isPage ? [.microtasks, .timers, .tasks].contains(queue) : queue != .tasks
            if isShown || !waiting.isEmpty { rows += row(queue.rawValue, waiting.map(label)) }
        }
        if !game.hostWork.isEmpty { rows += row("host works", game.hostWork) }
        return rows + output + [StyledText()]
    }

    private func label(_ candidate: SchedulerGame<Runner>.Candidate) -> String {
        var words = "[\(candidate.number)] "
        if let wait = candidate.wait { words += wait == 0 ? "due " : "+\(Self.milliseconds(wait)) " }
        return words + style.shown(candidate.label)
    }

    private func row(_ name: String, _ entries: [String]) -> [StyledText] {
        let margin = 14
        var rows = [StyledText(" " + name).padded(to: margin)]
        if entries.isEmpty { return [rows[0] + StyledText(style.glyph("—", "-"), .faint)] }
        for entry in entries {
            let entry = StyledText(entry).cut(to: width - margin, mark: style.mark)
            if rows[rows.count - 1].columns > margin {
                if rows[rows.count - 1].columns + entry.columns + 3 <= width {
                    rows[rows.count - 1].append("   ")
                } else {
                    rows.append(StyledText(String(repeating: " ", count: margin)))
                }
            }
            rows[rows.count - 1].append(entry)
        }
        return rows
    }

    private var output: [StyledText] {
        let lines = game.output.map { ($0.isError ? "! " : "") + $0.text }
        let shown = lines.suffix(Self.shownLines).map { style.shown($0) }
        let skipped = lines.count > Self.shownLines ? ["\(style.mark) "] : []
        return row("output", lines.isEmpty ? [] : skipped + shown)
    }

    private static var shownLines: Int { 12 }

    private static func milliseconds(_ nanoseconds: UInt64) -> String {
        let tenths = nanoseconds / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10) ms" : "\(tenths / 10).\(tenths % 10) ms"
    }

    // MARK: - The end

    private var ending: [StyledText] { output + [StyledText()] + summary(hasEnded: true) }

    private func summary(hasEnded: Bool) -> [StyledText] {
        let picks = game.moveCount == 1 ? "1 pick" : "\(game.moveCount) picks"
        let refused = game.refusalCount == 0 ? "none refused" : "\(game.refusalCount) refused"
        let head = hasEnded ? "Nothing is left to run: the program has ended." : "Left before the end."
        return text.paragraph("", "\(head) \(picks), \(refused).")
    }
}

extension SchedulerDialogue: Sendable where Runner: Sendable {}
