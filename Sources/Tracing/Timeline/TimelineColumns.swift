// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// The columns of a timeline: the time, then either what runs and what it prints, or a lane for each thread.
struct TimelineColumns {
    /// The cells of the time.
    let timeWidth: Int
    /// The cells of what runs, in one lane.
    let leftWidth: Int
    /// The cells of what runs where nothing stands beside it.
    let wideWidth: Int
    /// The cells of what is printed.
    let outputWidth: Int
    /// The threads in lanes, main thread first.
    let lanes: [UInt16]
    /// Whether what is printed has a column of its own.
    let hasConsole: Bool
    /// Whether the threads stand one after the other because there is no room for lanes.
    let isStacked: Bool

    private let hasFraction: Bool

    /// A lane of fewer cells is no lane.
    private static let leastLane = 22
    private static let leastConsole = 60

    init(_ trace: Trace, _ style: TerminalStyle) {
        var last: UInt64 = 0
        var hasFraction = false
        var threads: Set<UInt16> = []
        for event in trace.events where event.kind == .started {
            last = max(last, event.time)
            if event.time % 1_000_000 >= 1_000 { hasFraction = true }
            threads.insert(event.thread)
        }
        let digits = max(2, "\(last / 1_000_000)".count)
        self.hasFraction = hasFraction && style.columns >= 40
        timeWidth = 1 + digits + (self.hasFraction ? 4 : 0)
        lanes = threads.sorted()
        let room = style.columns - timeWidth - 2
        let perLane = (room + 1) / max(lanes.count, 1) - 1
        isStacked = lanes.count > 1 && perLane < Self.leastLane
        hasConsole = (lanes.count <= 1 || isStacked) && style.columns >= Self.leastConsole
        if hasConsole {
            leftWidth = min(room * 11 / 20, 60)
            wideWidth = room
            outputWidth = room - leftWidth - 2
        } else {
            leftWidth = isStacked ? room : perLane
            wideWidth = leftWidth
            outputWidth = leftWidth - 4
        }
    }

    /// A time in milliseconds, so that the points of all stand below one another.
    func time(_ nanoseconds: UInt64) -> String {
        let text = TimelineWords.trimmed(nanoseconds, unit: 1_000_000, places: hasFraction ? 3 : 0)
        guard hasFraction else { return text }
        let fraction = text.firstIndex(of: ".").map { text.distance(from: $0, to: text.endIndex) } ?? 0
        return text + String(repeating: " ", count: 4 - fraction)
    }

    /// What stands above the columns.
    func titles(_ words: TimelineWords, _ style: TerminalStyle) -> StyledText {
        let time = StyledText("ms" + (hasFraction ? "    " : ""), .faint).aligned(right: timeWidth)
        var row = time + StyledText("  ")
        if hasConsole {
            row.append(StyledText("what runs", .faint).padded(to: leftWidth + 2))
            row.append("what it prints", .faint)
        } else if isStacked || lanes.count <= 1 {
            row.append("what runs, and what it prints after \(style.glyph("»", ">"))", .faint)
        } else {
            row.append(laneRow({ StyledText(style.shown(words.program(of: $0)), .faint) }, style))
        }
        return row.cut(to: style.columns, mark: style.mark)
    }

    /// The rows of one block; `guide` stands before what goes on in further rows.
    func rows(of block: TimelineDrawing.Block, guide: String, _ style: TerminalStyle) -> [StyledText] {
        if block.isRule { return [rule(block.left[0].text, time: block.time, lane: block.lane, style)] }
        var rows: [StyledText] = []
        let left = hasConsole ? block.left : stacked(block, guide, style)
        let right = hasConsole ? block.right : []
        for number in 0..<max(left.count, right.count) {
            let time = StyledText(number == 0 ? block.time : "", .faint).aligned(right: timeWidth) + StyledText("  ")
            let cell = number < left.count ? left[number] : StyledText(guide, .faint)
            if hasConsole {
                var row = time + cell.cut(to: number < right.count ? leftWidth : wideWidth, mark: style.mark)
                if number < right.count { row = row.padded(to: timeWidth + 4 + leftWidth) + right[number] }
                rows.append(row)
            } else {
                rows.append(time + self.cell(cell, lane: block.lane, style))
            }
        }
        return rows
    }

    /// A line across, with a few words in it.
    func rule(_ words: String, time: String = "", lane: UInt16, _ style: TerminalStyle) -> StyledText {
        let line = style.glyph("─", "-")
        let width = hasConsole || isStacked ? style.columns - timeWidth - 2 : leftWidth
        var text = StyledText("\(line)\(line) \(words) ", .faint).cut(to: width, mark: style.mark)
        text.append(String(repeating: line, count: max(0, width - text.columns)), .faint)
        let time = StyledText(time, .faint).aligned(right: timeWidth)
        return time + StyledText("  ") + (hasConsole || isStacked ? text : cell(text, lane: lane, style))
    }

    // What is printed below what runs, where it has no column.
    private func stacked(
        _ block: TimelineDrawing.Block, _ guide: String, _ style: TerminalStyle
    ) -> [StyledText] {
        if block.right.isEmpty { return block.left }
        let isBare = block.left.count == 1 && block.time.isEmpty
        let printed = block.right.map { line in
            StyledText(guide, .faint) + StyledText(style.glyph("» ", "> "), .faint) + line
        }
        return (isBare ? [] : block.left) + printed
    }

    private func cell(_ text: StyledText, lane: UInt16, _ style: TerminalStyle) -> StyledText {
        if lanes.count <= 1 || isStacked { return text.cut(to: leftWidth, mark: style.mark) }
        return laneRow({ $0 == lane ? text : StyledText() }, style)
    }

    private func laneRow(_ content: (UInt16) -> StyledText, _ style: TerminalStyle) -> StyledText {
        var row = StyledText()
        for (number, lane) in lanes.enumerated() {
            if number > 0 { row.append(style.glyph("│", "|"), .faint) }
            let cell = content(lane).cut(to: leftWidth, mark: style.mark)
            row.append(number == lanes.count - 1 ? cell : cell.padded(to: leftWidth))
        }
        return row
    }
}

// What stands above and below.
extension TimelineDrawing {
    /// The rows before the first event.
    var head: [StyledText] {
        let header = words.trace.header
        let style = options.style
        let dot = style.glyph(" · ", ", ")
        let clock = header.clock == .virtual ? "virtual clock\(dot)seed \(header.seed)" : "system clock"
        let profile = "\(header.profile) profile"
        var title = StyledText(" " + style.shown(header.program), .bold)
        title.append("\(dot)\(profile)\(dot)\(clock)")
        return [title.cut(to: style.columns, mark: style.mark), columns.titles(words, style), line]
    }

    /// The rows after the last event.
    func foot(_ sentences: [String]) -> [StyledText] {
        let style = options.style
        let rows = sentences.flatMap {
            TextLayout.wrap(style.shown($0), to: style.columns - 2, mark: style.mark).map { StyledText(" " + $0) }
        }
        return [line] + rows
    }

    /// The row that stands for steps in the middle that were left out.
    func omission(of count: Int) -> StyledText {
        let style = options.style
        let text = " \(style.glyph("⋮", ":")) \(CountedNoun.text(count, "step")) left out here"
        return StyledText(text, TextStyle(.blue)).cut(to: style.columns, mark: style.mark)
    }

    /// One sentence about the whole run.
    var summary: String {
        var (tasks, ticks, microtasks, lines) = (0, 0, 0, 0)
        for entry in entries {
            if entry.kind == .output { lines += 1 }
            guard entry.kind == .callback else { continue }
            switch CallbackKind(rawValue: UInt8(truncatingIfNeeded: words.trace.events[entry.event].value)) {
            case .tick: ticks += 1
            case .microtask: microtasks += 1
            default: tasks += 1
            }
        }
        let counts = [(tasks, "task"), (ticks, "tick"), (microtasks, "microtask"), (lines, "line")]
        let parts = counts.map { CountedNoun.text($0, $1) }
        let dot = options.style.glyph(" · ", ", ")
        return parts.joined(separator: ", ") + " printed" + (words.ending.map { dot + $0 } ?? "")
    }

    private var line: StyledText {
        StyledText(String(repeating: options.style.glyph("─", "-"), count: options.style.columns), .faint)
    }
}
