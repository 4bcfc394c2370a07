// SPDX-License-Identifier: MIT
internal import Scheduling

/// The full-screen picture of a place in a run.
///
/// A pure function of the place, the view and the size, down to a single cell; no size makes it fail.
public struct StepScreen {
    /// What the terminal can show.
    public struct Terminal: Sendable {
        /// The width.
        public var columns: Int
        /// The height.
        public var rows: Int
        /// The signs.
        public var symbols: StepSymbols

        /// Describes a terminal.
        public init(columns: Int, rows: Int, isUTF8: Bool = true) {
            self.columns = columns
            self.rows = rows
            symbols = StepSymbols(isUTF8: isUTF8)
        }
    }

    /// The picture.
    public private(set) var grid: StepGrid
    /// Where the cursor stands, if it is to be seen: behind what is typed.
    public private(set) var cursor: (row: Int, column: Int)?
    /// How far the overlay can be scrolled.
    public private(set) var overlayScrollLimit = 0
    /// How many rows the source or the overlay has.
    public private(set) var pageRows = 1

    private let model: StepModel
    private let view: StepView
    private let symbols: StepSymbols
    private let words: StepWords

    /// Draws a place in a run.
    public init(_ model: StepModel, _ view: StepView, _ terminal: Terminal) {
        self.model = model
        self.view = view
        symbols = terminal.symbols
        words = StepWords(model.index)
        grid = StepGrid(columns: terminal.columns, rows: terminal.rows, symbols: terminal.symbols)
        if view.overlay != nil {
            drawOverlay()
        } else if grid.columns >= 60 && grid.rows >= 16 {
            drawPanes()
        } else {
            drawEssentials()
        }
        if grid.rows >= 3 { drawKeys() }
        drawMessage()
    }

    // MARK: - Layouts

    private mutating func drawPanes() {
        let (columns, bottom) = (grid.columns, grid.rows - 3)
        let areas = StepLayout(columns: columns, rows: grid.rows)
        var frame = StepFrame(columns: columns, rows: grid.rows)
        for (row, columns) in areas.rules {
            frame.horizontal(row: row, from: columns.lowerBound, to: columns.upperBound)
        }
        for column in areas.verticals { frame.vertical(column: column, from: 0, to: bottom) }
        frame.draw(on: &grid)
        let source = StepSourcePane(model, scroll: view.sourceScroll)
        pageRows = max(1, areas.source.rows.count)
        title(model.file, above: areas.source)
        source.draw(in: areas.source, on: &grid)
        let stack = StepStackPane(model, words, symbols)
        title(stack.title, above: areas.stack)
        draw(stack.rows(height: areas.stack.rows.count), in: areas.stack)
        let queues = StepQueuePanes(model, words, symbols)
        for (pane, area) in [(queues.ticks, areas.ticks), (queues.microtasks, areas.microtasks)] {
            title(pane.title, above: area)
            draw(pane.rows(height: area.rows.count, symbols), in: area)
        }
        title(queues.phasesTitle, above: areas.phases)
        draw(queues.phases(height: areas.phases.rows.count, width: areas.phases.columns.count), in: areas.phases)
        drawOutput(in: areas.output)
        grid.put(" \(status) ", row: bottom, column: 1, width: columns - 3, style: .title)
    }

    /// Where there is no room for panes: the source, what waits in one row each, the status.
    private mutating func drawEssentials() {
        let reserved = min(grid.rows, grid.rows >= 3 ? 3 : 1)
        let free = grid.rows - reserved
        var facts = StepQueuePanes(model, words, symbols).facts
        if let stack = StepStackPane(model, words, symbols).summary { facts.insert(("stack", stack), at: 0) }
        if let last = model.console(last: 1).lines.last { facts.append(("out", last.text)) }
        facts = Array(facts.prefix(max(0, free / 2)))
        let area = StepArea(rows: 0..<(free - facts.count), columns: 0..<grid.columns)
        pageRows = max(1, area.rows.count)
        StepSourcePane(model, scroll: view.sourceScroll).draw(in: area, on: &grid)
        for (offset, fact) in facts.enumerated() {
            let row = free - facts.count + offset
            let column = grid.put(fact.name + " ", row: row, column: 0, width: grid.columns, style: .title)
            grid.put(fact.text, row: row, column: column, width: grid.columns - column)
        }
        guard grid.rows >= 2 else { return }
        let row = grid.rows >= 3 ? grid.rows - 3 : 0
        grid.put(grid.columns >= 40 ? status : shortStatus, row: row, column: 0, width: grid.columns, style: .title)
    }

    // MARK: - Parts

    private mutating func title(_ text: String, above area: StepArea) {
        grid.put(
            " \(text) ", row: area.rows.lowerBound - 1, column: area.columns.lowerBound + 1,
            width: area.columns.count - 2, style: .title)
    }

    private mutating func draw(_ rows: [StepRow], in area: StepArea) {
        for (row, content) in zip(area.rows, rows) {
            var column = area.columns.lowerBound
            for part in content.parts {
                column = grid.put(
                    part.text, row: row, column: column, width: area.columns.upperBound - column, style: part.style)
            }
        }
    }

    private mutating func drawOutput(in area: StepArea) {
        let console = model.console(last: area.rows.count)
        let hidden = console.total - console.lines.count
        title("output" + (hidden > 0 ? " (\(console.total) lines, p shows all)" : ""), above: area)
        draw(console.lines.map(Self.row(of:)), in: area)
    }

    private static func row(of line: ConsoleText.Line) -> StepRow {
        line.isError ? StepRow("! " + line.text, .error) : StepRow("  " + line.text)
    }

    private var status: String {
        var parts = ["event \(model.position) of \(model.trace.events.count)"]
        if model.hasStatements { parts.insert("step \(model.stopNumber) of \(model.stopCount)", at: 0) }
        if let thread = model.thread {
            parts += [
                TraceListing.milliseconds(thread.time), StepWords.phase(of: thread, after: model.event),
                "turn \(thread.turn)",
            ]
        }
        if model.isAtEnd { parts.append("the end") }
        return parts.joined(separator: " \(symbols.dot) ")
    }

    private var shortStatus: String {
        let place = model.place.map { "line \($0.line) " } ?? ""
        return "\(place)\(model.position)/\(model.trace.events.count)"
    }

    private mutating func drawMessage() {
        let row = grid.rows >= 3 ? grid.rows - 2 : grid.rows - 1
        if let question = view.question {
            let text = StepKeys.prompt(question)
            var column = grid.put(text, row: row, column: 0, width: grid.columns / 2, style: .message)
            // The end of what was typed stays in sight.
            let room = max(1, grid.columns - column - 1)
            let answer = String(String.UnicodeScalarView(view.answer.unicodeScalars.suffix(room)))
            column = grid.put(answer, row: row, column: column, width: room)
            cursor = (row, min(column, grid.columns - 1))
            return
        }
        let text = view.message.isEmpty ? happening : view.message
        let style: StepStyle = view.message.isEmpty ? .plain : .message
        grid.put(text, row: row, column: grid.columns >= 40 ? 1 : 0, width: grid.columns, style: style)
    }

    /// What happened last, or what runs next.
    private var happening: String {
        guard let index = model.eventIndex else { return "The recording is empty." }
        let sentence = words.sentence(at: index)
        guard model.trace.events[index].kind == .statement, let place = model.place,
            let text = model.sources.text(at: place)
        else { return sentence }
        return sentence + "  " + text.prefix(200)
    }

    private mutating func drawKeys() {
        let keys = view.overlay == nil ? StepKeys.line(symbols) : StepKeys.overlayLine(symbols)
        // What fits whole is shown, in the order of use; the last one always.
        let gap = 2
        let margin = grid.columns >= 40 ? 1 : 0
        let last = keys.last ?? ""
        var column = margin
        for key in keys.dropLast() {
            let width = grid.width(of: key)
            if column + width + gap + grid.width(of: last) > grid.columns { break }
            column = grid.put(key, row: grid.rows - 1, column: column, width: width, style: .keys) + gap
        }
        grid.put(last, row: grid.rows - 1, column: column, width: grid.columns - column, style: .keys)
    }

    // MARK: - Texts above the panes

    private mutating func drawOverlay() {
        guard let overlay = view.overlay else { return }
        let height = grid.rows >= 3 ? grid.rows - 2 : max(0, grid.rows - 1)
        guard height > 0 else { return }
        let text = StepOverlayText(model, words, symbols)
        let isFramed = grid.columns >= 40 && height >= 8
        let inset = isFramed ? 2 : 0
        let content = text.rows(of: overlay, width: max(1, grid.columns - 2 * inset))
        let visible = isFramed ? height - 2 : height
        pageRows = max(1, visible)
        overlayScrollLimit = max(0, content.count - visible)
        let first = min(max(0, view.overlayScroll), overlayScrollLimit)
        if isFramed {
            var frame = StepFrame(columns: grid.columns, rows: grid.rows)
            for row in [0, height - 1] { frame.horizontal(row: row, from: 0, to: grid.columns - 1) }
            for column in [0, grid.columns - 1] { frame.vertical(column: column, from: 0, to: height - 1) }
            frame.draw(on: &grid)
            grid.put(" \(text.title(of: overlay)) ", row: 0, column: 2, width: grid.columns - 4, style: .title)
            if overlayScrollLimit > 0 {
                let place = " rows \(first + 1)-\(min(content.count, first + visible)) of \(content.count) "
                grid.put(place, row: height - 1, column: 2, width: grid.columns - 4, style: .title)
            }
        }
        let area = StepArea(
            rows: isFramed ? 1..<height - 1 : 0..<height, columns: inset..<max(inset + 1, grid.columns - inset))
        draw(Array(content.dropFirst(first)), in: area)
    }
}

/// A row of a pane as parts of one style each.
struct StepRow: Equatable {
    var parts: [(text: String, style: StepStyle)]

    init(_ text: String, _ style: StepStyle = .plain) {
        parts = [(text, style)]
    }

    init(parts: [(String, StepStyle)]) {
        self.parts = parts.map { (text: $0.0, style: $0.1) }
    }

    static func == (first: StepRow, second: StepRow) -> Bool {
        first.parts.count == second.parts.count && zip(first.parts, second.parts).allSatisfy { $0 == $1 }
    }
}
