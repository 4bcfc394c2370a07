// SPDX-License-Identifier: MIT
internal import CNcurses
internal import Glibc
internal import Tracing

/// The terminal while it shows the step view: ncurses on the alternate screen.
///
/// Whatever ends the view gives the terminal back: a key, an error, a signal, even a crash. Belongs to the main thread;
/// one is open at a time.
final class StepTerminal {
    /// What the view hears.
    enum Input: Equatable {
        /// A key.
        case key(StepKey)
        /// The picture must be drawn again: the size changed, the process went on, Ctrl-L.
        case redraw
        /// The view must end: this signal came, or the terminal is gone (SIGHUP).
        case signal(Int32)
    }

    private let screen: OpaquePointer
    private let reader: Int32
    private let writer: Int32
    private let hasColors: Bool
    private var isClosed = false

    /// Takes the terminal; nil when it cannot show a full screen.
    init?(usesColor: Bool) {
        _ = TerminalInfo.adoptedLocaleIsUTF8
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { return nil }
        for end in ends {
            _ = fcntl(end, F_SETFD, FD_CLOEXEC)
            _ = fcntl(end, F_SETFL, O_NONBLOCK)
        }
        (reader, writer) = (ends[0], ends[1])
        StepTerminalSignals.rememberModes()
        guard let screen = lln_open() else {
            Glibc.close(reader)
            Glibc.close(writer)
            return nil
        }
        self.screen = screen
        hasColors = usesColor && lln_start_colors()
        if hasColors { for (pair, color) in Self.colors { lln_make_pair(pair, color) } }
        // After ncurses, which has handlers of its own.
        StepTerminalSignals.install(writingTo: writer, farewellText: Self.farewell)
    }

    deinit { close() }

    /// Gives the terminal back as it was; nothing happens the second time.
    func close() {
        if isClosed { return }
        isClosed = true
        lln_close(screen)
        StepTerminalSignals.remove()
        Glibc.close(reader)
        Glibc.close(writer)
    }

    /// The present size.
    var size: (columns: Int, rows: Int) { TerminalInfo.size(of: STDOUT_FILENO) }

    /// Shows a picture.
    func draw(_ screen: StepScreen) {
        lln_erase()
        for row in 0..<screen.grid.rows {
            for run in screen.grid.runs(ofRow: row) where run.style != .plain || run.text.contains(where: { $0 != " " })
            {
                let look = Self.look(of: run.style)
                let pair = hasColors ? look.pair : 0
                lln_put(Int32(row), Int32(run.column), run.text, look.isBold, look.isDim, pair)
            }
        }
        lln_show(Int32(screen.cursor?.row ?? -1), Int32(screen.cursor?.column ?? -1))
    }

    /// Waits for what comes next.
    func next() -> Input {
        while true {
            if let signal = takeSignal() {
                if let input = answer(signal) { return input }
                continue
            }
            if let input = takeKey() { return input }
            var requests = [
                pollfd(fd: STDIN_FILENO, events: Int16(POLLIN), revents: 0),
                pollfd(fd: reader, events: Int16(POLLIN), revents: 0),
            ]
            guard poll(&requests, 2, -1) > 0 else { continue }
            let ends = Int16(POLLHUP | POLLERR | POLLNVAL)
            if requests[0].revents & ends != 0, requests[1].revents == 0 { return .signal(SIGHUP) }
        }
    }

    // MARK: - Keys

    private func takeKey() -> Input? {
        var isNamed = false
        let code = lln_key(&isNamed)
        if code < 0 { return nil }
        if isNamed {
            return Self.namedKeys[Int32(code)].map(Input.key) ?? .redraw
        }
        switch code {
        case 3: return .key(.interrupt)
        case 8, 127: return .key(.backspace)
        case 9: return .key(.tab)
        case 10, 13: return .key(.enter)
        case 12:
            lln_forget()
            return .redraw
        case 21: return .key(.eraseLine)
        case 26: return suspend()
        case 27: return .key(.escape)
        default:
            guard code >= 32, let scalar = Unicode.Scalar(UInt32(code)) else { return .redraw }
            return .key(.character(scalar))
        }
    }

    private static let namedKeys: [Int32: StepKey] = [
        KEY_LEFT: .left, KEY_RIGHT: .right, KEY_UP: .up, KEY_DOWN: .down, KEY_HOME: .home, KEY_END: .end,
        KEY_PPAGE: .pageUp, KEY_NPAGE: .pageDown, KEY_ENTER: .enter, KEY_BACKSPACE: .backspace, KEY_DC: .backspace,
    ]

    // MARK: - Signals

    private func takeSignal() -> Int32? {
        var byte: UInt8 = 0
        return read(reader, &byte, 1) == 1 ? Int32(byte) : nil
    }

    private func answer(_ signal: Int32) -> Input? {
        switch signal {
        case SIGWINCH: return resized()
        case SIGTSTP: return suspend()
        case SIGCONT:
            lln_resume()
            return resized()
        default: return .signal(signal)
        }
    }

    private func resized() -> Input {
        let size = size
        lln_resize(Int32(size.rows), Int32(size.columns))
        return .redraw
    }

    private func suspend() -> Input {
        lln_suspend()
        StepTerminalSignals.stopProcess()
        lln_resume()
        return resized()
    }

    // MARK: - Looks

    private static let colors: [(pair: Int16, color: Int16)] = [
        (1, Int16(COLOR_CYAN)), (2, Int16(COLOR_YELLOW)), (3, Int16(COLOR_RED)), (4, Int16(COLOR_GREEN)),
    ]

    private typealias Look = (isBold: Bool, isDim: Bool, pair: Int16)

    private static func look(of style: StepStyle) -> Look {
        switch style {
        case .plain: (false, false, 0)
        case .frame: (false, true, 0)
        case .title: (true, false, 1)
        case .current: (true, false, 2)
        case .dim: (false, true, 0)
        case .mark: (true, false, 3)
        case .error: (false, false, 3)
        case .message: (true, false, 4)
        case .keys: (false, true, 0)
        }
    }

    // The normal screen, the cursor, the keys and the letters as they were.
    private static var farewell: [UInt8] {
        let names: [String] = ["sgr0", "rmkx", "cnorm", "rmcup"]
        return names.flatMap { name -> [UInt8] in
            lln_capability(name).map { Array(String(cString: $0).utf8) } ?? []
        }
    }
}

@available(*, unavailable)
extension StepTerminal: Sendable {}
