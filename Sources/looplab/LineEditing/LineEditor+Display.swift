// SPDX-License-Identifier: MIT
import Glibc

/// Drawing the line, taking it off the screen, and putting it back, so that output can appear above it.
///
/// libedit's own drawing goes nowhere: it loses track of wide characters and of combining marks.
extension LineEditor {
    /// A finished row that belongs to the entry being typed: part of a prompt, or an earlier line of the entry.
    struct FinishedRow {
        /// The prompt of the row.
        var prompt: String
        /// What was typed behind it.
        var line = ""
    }

    /// What stands on the screen.
    struct Shown {
        /// The rows and the cursor.
        var drawing: LineDrawing
        /// The rows that fitted on the screen.
        var window: Range<Int>
    }

    /// Runs `body`, which writes program output, above the entry being typed; see `LineReading`.
    func printAbove(_ body: () -> Void) {
        assertConfined()
        guard phase == .editing, !isHidden else { return body() }
        hide()
        body()
        show()
    }

    /// Takes the entry being typed off the screen; the cursor is then where its first row began.
    ///
    /// Output in many pieces is cheaper between one `hide()` and one `show()` than in many `printAbove(_:)`.
    func hide() {
        guard phase == .editing, !isHidden else { return }
        send(erasure)
        shown = nil
        isHidden = true
    }

    /// Draws the entry being typed again, with the cursor where it was.
    func show() {
        guard phase == .editing, isHidden else { return }
        isHidden = false
        startFreshRow()
        refresh()
    }

    /// Answers a changed size of the terminal, or the end of a time in which the process was stopped.
    func handleAttention() {
        assertConfined()
        var drain: [UInt8] = Array(repeating: 0, count: 64)
        while Glibc.read(attentionDescriptor, &drain, drain.count) > 0 {}
        let attention = TerminalModes.takeAttention()
        if attention.contains(.resumed), phase == .editing, !isHidden {
            // The shell has written below the entry: it is drawn anew where the cursor is.
            readSize()
            shown = nil
            startFreshRow()
            refresh()
        } else if attention.contains(.resized) {
            resize()
        }
    }

    /// Adapts to the present size of the terminal.
    ///
    /// A terminal that rewraps lines keeps the cursor at its character, so the entry's height at the new width counts;
    /// one that cuts lines off keeps the cursor's row. Of two heights the smaller never erases somebody's output.
    func resize() {
        readSize()
        guard phase == .editing, let old = shown else { return }
        let oldRow = old.drawing.cursor.row - old.window.lowerBound
        let newRow = drawing(of: line.scalars, cursor: line.cursor).cursor.row
        let up = configuration.terminal.reflowsOnResize ? newRow : min(oldRow, newRow)
        send((up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J")
        shown = nil
        refresh()
    }

    /// Draws the entry being typed as it is now.
    func refresh() {
        guard phase == .editing, !isHidden else { return }
        draw(drawing(of: line.scalars, cursor: line.cursor))
    }

    /// Begins an entry on a row of its own.
    ///
    /// - Parameter prompts: the rows its prompt has above the edited one.
    func startEntry(under prompts: some Sequence<String>) {
        readSize()
        finishedRows = prompts.map { FinishedRow(prompt: $0) }
        shown = nil
        startFreshRow()
    }

    /// Shows the entry as it was left and goes to the row below it.
    ///
    /// - Parameter scalars: the last line of the entry.
    func leaveEntry(_ scalars: [Unicode.Scalar]) {
        isHidden = false
        let final = drawing(of: scalars, cursor: scalars.count)
        draw(final)
        send(final.endsInRoomForCursor ? "\r" : "\r\n")
        shown = nil
        finishedRows = []
    }

    /// Clears the screen and draws the entry at its top.
    func clearScreen() {
        send("\u{1B}[H\u{1B}[2J")
        shown = nil
    }

    /// Writes to the terminal.
    ///
    /// - Parameter text: what is written.
    func send(_ text: String) {
        DescriptorIO.write(text.utf8, to: configuration.output)
    }

    private func readSize() {
        size = TerminalInfo.size(of: configuration.output)
    }

    private func draw(_ new: LineDrawing) {
        let window = new.window(height: size.rows)
        if let shown {
            if shown.drawing == new, shown.window == window { return }
            if shown.window == window, let addition = shown.drawing.addition(towards: new) {
                send(addition)
                self.shown = Shown(drawing: new, window: window)
                return
            }
        }
        send(erasure + new.output(window))
        shown = Shown(drawing: new, window: window)
    }

    /// What erases the entry from the screen.
    private var erasure: String {
        guard let shown else { return "" }
        let up = shown.drawing.cursor.row - shown.window.lowerBound
        return (up > 0 ? "\u{1B}[\(up)A" : "") + "\r\u{1B}[J"
    }

    /// Goes to the start of a row without knowing the column: as many spaces as a row has columns but one end on the
    /// row they began on, unless something stands there already, which is then kept as it is.
    private func startFreshRow() {
        send("\u{1B}[0m" + String(repeating: " ", count: size.columns - 1) + "\r\u{1B}[K")
    }

    private func drawing(of scalars: [Unicode.Scalar], cursor: Int) -> LineDrawing {
        var drawing = LineDrawing(columns: size.columns)
        for row in finishedRows {
            drawing.append(prompt: row.prompt)
            drawing.append(line: row.line)
            drawing.startRow()
        }
        drawing.append(prompt: search?.prompt ?? prompt)
        drawing.append(line: scalars, cursor: cursor)
        return drawing
    }
}
