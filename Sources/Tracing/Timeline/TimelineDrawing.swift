// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Draws the pieces of a timeline as rows.
struct TimelineDrawing {
    let entries: [TimelineEntry]
    let words: TimelineWords
    let options: Timeline.Options
    let columns: TimelineColumns

    /// One step down the page, before it is put into its columns.
    struct Block {
        var lane: UInt16
        var time: String
        var left: [StyledText]
        var right: [StyledText] = []
        var isRule = false
    }

    init(_ entries: [TimelineEntry], _ words: TimelineWords, _ options: Timeline.Options) {
        self.entries = entries
        self.words = words
        self.options = options
        columns = TimelineColumns(words.trace, options.style)
    }

    private var style: TerminalStyle { options.style }
    private var rowsOfText: Int { options.isUnfolded ? .max : 3 }

    /// All rows between head and foot.
    func rows(of pieces: [TimelineFold.Piece]) -> [StyledText] {
        let open = openDepths(of: pieces)
        var rows: [StyledText] = []
        var position = 0
        var times: [UInt16: String] = [:]
        var lane: UInt16 = columns.isStacked ? .max : 0
        while position < pieces.count {
            let first = position
            let entry = entries[pieces[first].entries.lowerBound]
            position += 1
            // What a callback prints first stands beside it.
            var printed: [StyledText] = []
            while columns.hasConsole, entry.kind == .callback, pieces[first].hidden == 0, position < pieces.count,
                isOutput(pieces[position], of: entry)
            {
                printed += output(entries[pieces[position].entries.lowerBound])
                position += 1
            }
            var block = block(for: pieces[first], open[first], isWide: printed.count <= 1)
            block.right += printed
            if entry.depth > 0, block.time == times[entry.lane] {
                block.time = ""
            } else if entry.kind == .callback, pieces[first].hidden == 0 {
                times[entry.lane] = block.time
            }
            if columns.isStacked, entry.lane != lane {
                lane = entry.lane
                rows.append(columns.rule(style.shown(words.program(of: lane)), lane: lane, style))
            }
            let guide = self.guide(entry.depth, open[position - 1], isHead: false)
            rows += columns.rows(of: block, guide: guide, style)
        }
        return rows
    }

    private func isOutput(_ piece: TimelineFold.Piece, of entry: TimelineEntry) -> Bool {
        let next = entries[piece.entries.lowerBound]
        return piece.hidden == 0 && next.kind == .output && next.lane == entry.lane && next.depth == entry.depth
    }

    // MARK: - Blocks

    private func block(for piece: TimelineFold.Piece, _ open: UInt64, isWide: Bool) -> Block {
        let entry = entries[piece.entries.lowerBound]
        if piece.hidden > 0 { return folded(piece, open) }
        switch entry.kind {
        case .rule: return rule(entry)
        case .callback: return callback(entry, open, isWide: isWide)
        case .output:
            let guide = guide(entry.depth, open, isHead: false)
            return Block(lane: entry.lane, time: "", left: [StyledText(guide, .faint)], right: output(entry))
        case .note: return note(entry, open)
        }
    }

    private func rule(_ entry: TimelineEntry) -> Block {
        let jump = entry.gap > 0 ? "+\(TimelineWords.duration(entry.gap))" : ""
        let parts = [jump, words.rule(of: entry)].filter { !$0.isEmpty }
        let text = StyledText(parts.joined(separator: style.glyph(" · ", ", ")), .faint)
        let time = entry.gap > 0 ? style.glyph("⋮", ":") : ""
        return Block(lane: entry.lane, time: time, left: [text], isRule: true)
    }

    private func callback(_ entry: TimelineEntry, _ open: UInt64, isWide: Bool) -> Block {
        var label = StyledText(guide(entry.depth, open, isHead: true), .faint)
        label.append(style.shown(words.label(of: entry)), entry.depth == 0 ? .bold : Self.look(of: entry, words.trace))
        let duration = words.duration(of: entry)
        if duration > 0 { label.append(" took \(TimelineWords.duration(duration))", TextStyle(.yellow)) }
        var block = Block(
            lane: entry.lane, time: columns.time(words.trace.events[entry.event].time), left: [label])
        if entry.depth == 0, let waiting = words.waiting(of: entry) {
            block.left += wrapped(waiting, .faint, entry.depth, open, limit: 2, isWide: isWide)
        }
        return block
    }

    private static func look(of entry: TimelineEntry, _ trace: Trace) -> TextStyle {
        let isTick = trace.events[entry.event].value == UInt64(CallbackKind.tick.rawValue)
        return TextStyle(isTick ? .magenta : .cyan)
    }

    private func note(_ entry: TimelineEntry, _ open: UInt64) -> Block {
        let (text, isBad) = words.note(of: entry)
        let mark = isBad ? "! " : "~ "
        let first = text.split(separator: "\n", omittingEmptySubsequences: true).first.map(String.init) ?? ""
        let rows = wrapped(
            mark + first, isBad ? TextStyle(.red) : .faint, entry.depth, open, limit: rowsOfText, isWide: true)
        return Block(lane: entry.lane, time: "", left: rows)
    }

    private func folded(_ piece: TimelineFold.Piece, _ open: UInt64) -> Block {
        let shown = entries[piece.entries]
        let depth = shown.map(\.depth).min() ?? 0
        let first = shown[shown.startIndex]
        let what = piece.period == 1 ? "more like this" : "more rounds like this"
        let text = "\(style.glyph("⋮ ×", ": x")) \(piece.hidden) \(what)"
        let isText = shown.allSatisfy { $0.kind == .output }
        let guide = StyledText(self.guide(depth, open, isHead: false), .faint)
        if isText { return Block(lane: first.lane, time: "", left: [guide], right: [StyledText(text, .faint)]) }
        return Block(
            lane: first.lane, time: style.glyph("⋮", ":"), left: [guide + StyledText(text, TextStyle(.blue))])
    }

    private func output(_ entry: TimelineEntry) -> [StyledText] {
        let event = words.trace.events[entry.event]
        let bytes = words.trace.text(of: event).utf8
        let start = bytes.index(bytes.startIndex, offsetBy: Int(entry.value >> 32))
        let end = bytes.index(bytes.startIndex, offsetBy: Int(entry.value & 0xFFFF_FFFF))
        let isError = event.value == 2
        // More than that is never shown of one line.
        let raw = String(Substring(bytes[start..<end]).prefix(options.isUnfolded ? .max : 2_000))
        // What is printed at once, as an error with its stack, is marked once.
        let mark = start == bytes.startIndex ? "stderr " : style.glyph("┆ ", ": ")
        let text = (isError ? mark : "") + style.shown(TerminalText.withoutColors(raw))
        return TextLayout.wrap(text, to: columns.outputWidth, limit: rowsOfText, mark: style.mark)
            .map { StyledText($0, isError ? TextStyle(.red) : .plain) }
    }

    private func wrapped(
        _ text: String, _ look: TextStyle, _ depth: UInt8, _ open: UInt64, limit: Int, isWide: Bool
    ) -> [StyledText] {
        let guide = guide(depth, open, isHead: false)
        let width = (isWide ? columns.wideWidth : columns.leftWidth) - CharacterWidth.columns(of: guide)
        return TextLayout.wrap(style.shown(text), to: width, limit: limit, mark: style.mark)
            .map { StyledText(guide, .faint) + StyledText($0, look) }
    }

    // MARK: - Guides

    // The lines on the left that show what is nested under what.
    private func guide(_ depth: UInt8, _ open: UInt64, isHead: Bool) -> String {
        let (down, branch, last) = style.isUTF8 ? ("│ ", "├ ", "└ ") : ("| ", "|-", "`-")
        let depth = min(Int(depth), 12)
        var guide = ""
        for level in 1..<max(depth, 1) { guide += open & 1 << UInt64(level) != 0 ? down : "  " }
        if isHead {
            return depth == 0 ? style.glyph("● ", "* ") : guide + (open & 1 << UInt64(depth) != 0 ? branch : last)
        }
        if depth > 0 { guide += open & 1 << UInt64(depth) != 0 ? down : "  " }
        return guide + (open & 1 << UInt64(depth + 1) != 0 ? down : "  ")
    }

    // For each piece the depths that come again in its lane before a shallower one does, as bits.
    private func openDepths(of pieces: [TimelineFold.Piece]) -> [UInt64] {
        var open: [UInt16: UInt64] = [:]
        var result = [UInt64](repeating: 0, count: pieces.count)
        for position in pieces.indices.reversed() {
            let piece = pieces[position]
            let entry = entries[piece.entries.lowerBound]
            result[position] = open[entry.lane] ?? 0
            // What a callback prints or has noted about it opens no branch of its own.
            if piece.hidden == 0, entry.kind == .output || entry.kind == .note { continue }
            if piece.hidden == 0, entry.kind == .rule {
                open[entry.lane] = 0
            } else {
                let depth = entries[piece.entries].lazy.map(\.depth).min() ?? 0
                let below = UInt64(1) << UInt64(min(depth, 12))
                open[entry.lane] = (open[entry.lane] ?? 0) & (below - 1) | below
            }
        }
        return result
    }
}
