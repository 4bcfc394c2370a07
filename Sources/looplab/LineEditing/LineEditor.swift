// SPDX-License-Identifier: MIT
import CEditline
import Glibc

/// Edits lines on a terminal while somebody else's event loop keeps running.
///
/// libedit keeps the line, its keys and the terminal's modes; the waiting for a key is done by `waitForInput`, inside
/// which output may appear through `printAbove(_:)`. Besides the input descriptor, the owner's loop watches
/// `attentionDescriptor` and calls `handleAttention()` when that can be read. SIGINT is the owner's, who answers
/// `.interrupted`. An editor belongs to the thread that created it, and a process has one at a time.
final class LineEditor: LineReading {
    /// What the editor is made from.
    struct Configuration {
        /// The name of the program in the person's `.editrc`.
        var programName: String
        /// The terminal the editor works on.
        var terminal: TerminalInfo
        /// The descriptor keys come from.
        var input: Int32 = STDIN_FILENO
        /// The descriptor that is written to.
        var output: Int32 = STDOUT_FILENO
        /// The file that keeps the history, `nil` for none.
        var historyFile: String?
        /// How many entries are kept.
        var historyLimit = 1000
        /// Whether the person's `.editrc` is read.
        var readsPersonalSettings = true
    }

    /// Returns the ways in which the line can go on; the cursor is counted in Unicode scalars.
    var completer: (_ line: String, _ cursor: Int) -> Completion = { _, _ in .none }
    /// Told when the history cannot be read or kept.
    var historyWarning: (HistoryProblem) -> Void = { _ in }
    /// Can be read when `handleAttention()` should be called: the terminal changed its size, or the process went on.
    let attentionDescriptor: Int32

    /// libedit's side of the editor.
    let editline: OpaquePointer
    /// libedit's buffer.
    let line: EditedLine
    /// What the editor was made from.
    let configuration: Configuration
    /// Returns when the input can be read, having run the event loop meanwhile.
    let waitForInput: () -> InputReadiness

    /// What was read and not yet given to libedit.
    var decoder = InputDecoder()
    /// The earlier entries.
    var history: HistoryNavigation
    /// The search through the history, while there is one.
    var search: HistorySearch?
    /// The prompt of the edited row.
    var prompt = ""
    /// The rows above the edited one that belong to the same entry.
    var finishedRows: [FinishedRow] = []
    /// What stands on the screen of the entry being typed.
    var shown: Shown?
    /// The size of the terminal when it was last looked at.
    var size: (columns: Int, rows: Int) = (80, 24)
    /// What the command behind `PrivateKey.insert` inserts.
    var pendingInsertion = ""
    /// What the command behind `PrivateKey.search` works on.
    var pendingSearchKey: Unicode.Scalar = " "
    /// Why the line ends without a result of its own.
    var ending: LineResult?
    /// Where the cursor was at the last Tab.
    var lastTab: (text: String, cursor: Int)?
    /// What was typed of the entry that ended without a line.
    private(set) var abandonedText = ""
    /// How far the life of the edited row has come.
    var phase = Phase.idle
    /// Whether the line is taken off the screen at present.
    var isHidden = false

    private let nowhere: UnsafeMutablePointer<FILE>
    private let attentionWriter: Int32
    private let historyFile: HistoryFile?
    private let thread = pthread_self()
    private var terminalName: UnsafeMutablePointer<CChar>?
    private var isHistoryKept = true

    /// How far the life of the edited row has come.
    enum Phase: Equatable {
        /// libedit is not reading; output needs no care.
        case idle
        /// libedit was asked for a row and has not asked for a key; nothing is drawn yet.
        case starting
        /// libedit is waiting for keys.
        case editing
    }

    /// An editor on a terminal; `nil` when that cannot do what editing needs, and `PipeLineReader` is to read it.
    ///
    /// - Parameters:
    ///   - configuration: what it is made from.
    ///   - waitForInput: returns when the input can be read, having run the event loop meanwhile.
    init?(_ configuration: Configuration, waitForInput: @escaping () -> InputReadiness) {
        _ = TerminalInfo.adoptedLocaleIsUTF8
        let (input, output) = (configuration.input, configuration.output)
        guard configuration.terminal.supportsEditing, let pipe = Self.makePipe() else { return nil }
        // libedit gets the terminal's descriptors for its modes and its size, and nowhere to draw.
        guard let nowhere = fopen("/dev/null", "r+e") else {
            close(pipe.reader)
            close(pipe.writer)
            return nil
        }
        // Before libedit, which changes the modes a little at once.
        TerminalModes.adopt(input: input, output: output, wake: pipe.writer)
        let name = configuration.programName
        guard let editline = el_init_fd(name, nowhere, nowhere, nowhere, input, output, fileno(nowhere)) else {
            TerminalModes.abandon()
            close(pipe.reader)
            close(pipe.writer)
            fclose(nowhere)
            return nil
        }
        self.editline = editline
        line = EditedLine(editline)
        self.configuration = configuration
        self.waitForInput = waitForInput
        self.nowhere = nowhere
        attentionDescriptor = pipe.reader
        attentionWriter = pipe.writer
        historyFile = configuration.historyFile.map { HistoryFile(path: $0, limit: configuration.historyLimit) }
        history = HistoryNavigation(limit: configuration.historyLimit)
        guard chooseTerminal() else { return nil }
        installCommands()
        atexit { TerminalModes.restore() }
    }

    deinit {
        TerminalSignals.remove()
        TerminalModes.abandon()
        el_end(editline)
        fclose(nowhere)
        free(terminalName)
        close(attentionDescriptor)
        close(attentionWriter)
    }

    /// Puts the terminal back to its normal modes; may be called from a signal handler.
    static func restoreTerminal() {
        TerminalModes.restore()
    }

    /// Puts the terminal back to its normal modes until the next line is read.
    ///
    /// Between two lines the terminal stays in editing mode. Call this before another program gets the terminal.
    func releaseTerminal() {
        assertConfined()
        precondition(phase == .idle, "the terminal was released while a line is being read")
        TerminalSignals.remove()
        TerminalModes.restore()
    }

    /// Reads the history file; call it once, after `historyWarning` is set.
    func loadHistory() {
        assertConfined()
        guard let historyFile else { return }
        switch historyFile.load() {
        case .success(let entries):
            history = HistoryNavigation(entries: entries, limit: history.limit)
        case .failure(let error):
            isHistoryKept = false
            historyWarning(.unreadable(path: historyFile.path, errno: error.code))
        }
    }

    /// Reads one entry, edited by the person; see `LineReading`.
    func readLine(prompt promptText: String, remember: Bool, continuation: Continuation) -> LineResult {
        assertConfined()
        precondition(phase == .idle, "readLine was called while a line is being read")
        var prompts = promptText.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        prompt = prompts.removeLast()
        startEntry(under: prompts)
        var entry: String?
        while true {
            let (result, scalars) = editRow()
            guard case .line(let newest) = result else {
                abandonedText = (entry ?? "") + String(String.UnicodeScalarView(scalars))
                leaveEntry(scalars)
                return result
            }
            let soFar = entry.map { $0 + "\n" + newest } ?? newest
            guard let next = continuation(soFar) else {
                leaveEntry(scalars)
                if remember { addToHistory(soFar) }
                return .line(soFar)
            }
            entry = soFar
            finishedRows.append(FinishedRow(prompt: prompt, line: newest))
            prompt = next
        }
    }

    /// Lets libedit edit one row, up to Enter.
    ///
    /// - Returns: what came of it, and what the row shows.
    private func editRow() -> (LineResult, [Unicode.Scalar]) {
        ending = nil
        lastTab = nil
        history.endWalk()
        phase = .starting
        var count: Int32 = 0
        let wide = el_wgets(editline, &count)
        phase = .idle
        search = nil
        TerminalModes.closeRow()
        if let ending { return (ending, line.scalars) }
        guard let wide, count > 0 else { return (.endOfInput, []) }
        var scalars = EditedLine.scalars(UnsafeBufferPointer(start: wide, count: Int(count)))
        if scalars.last == "\n" { scalars.removeLast() }
        return (.line(String(String.UnicodeScalarView(scalars))), scalars)
    }

    private func addToHistory(_ entry: String) {
        guard history.add(entry), let historyFile, isHistoryKept else { return }
        guard let error = historyFile.append(entry) else { return }
        // Said once: the next entry would meet the same.
        isHistoryKept = false
        historyWarning(.unwritable(path: historyFile.path, errno: error.code))
    }

    /// Traps in debug builds when the editor has left its thread.
    func assertConfined() {
        assert(pthread_equal(thread, pthread_self()) != 0, "a LineEditor was used off its thread")
    }

    /// Describes the terminal to libedit; one the machine has no entry for is taken for an xterm, as most are.
    private func chooseTerminal() -> Bool {
        for name in [configuration.terminal.name, "xterm-256color", "xterm"] {
            let copy = strdup(name)
            // libedit keeps the pointer, of the last name it was given.
            let isKnown = lle_set_terminal(editline, copy) == 0
            free(terminalName)
            terminalName = copy
            if isKnown { return lle_has_capability(editline, "up") }
        }
        return false
    }

    private static func makePipe() -> (reader: Int32, writer: Int32)? {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        return (ends[0], ends[1])
    }

}

@available(*, unavailable)
extension LineEditor: Sendable {}
