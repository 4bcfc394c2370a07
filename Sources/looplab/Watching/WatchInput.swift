// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading

/// What a watch hears of: saved files, keys, signals.
///
/// Keys come one by one from a terminal, and as the first letters of lines from anything else. Belongs to the thread
/// that made it, which must be the only one then: the signals stay blocked in all that it makes.
struct WatchInput: ~Copyable {
    /// Something to answer.
    enum Event: Equatable {
        /// These files of the folder were saved.
        case saved([String])
        /// A key.
        case key(WatchKey)
        /// A line that names no key.
        case unknown(String)
        /// The picture has to be drawn again: the size has changed, or the process goes on after a stop.
        case redraw
        /// A signal wants the process to end.
        case signal(Int32)
        /// There will be no more keys.
        case end
    }

    /// Whether keys come without Enter.
    let hasKeys: Bool
    private let signals: SignalDescriptor
    private var typed: [UInt8] = []
    private var isOver = false

    private static let ends = [SIGINT, SIGTERM, SIGHUP, SIGQUIT]
    private static let lineLimit = 4_096

    /// Takes the signals, and the terminal where keys are wanted from it.
    init(hasKeys: Bool) {
        signals = SignalDescriptor(Self.ends + [SIGTSTP, SIGCONT, SIGWINCH])
        self.hasKeys = hasKeys && KeyboardModes.isPrepared
        if self.hasKeys { KeyboardModes.hold() }
    }

    /// Gives back what was taken.
    consuming func close() {
        KeyboardModes.restore()
        signals.close()
    }

    /// Waits for what comes next; what has come already is told first, saved files before keys.
    mutating func next(_ folder: FolderWatch) -> Event {
        while true {
            if let signal = signals.take() {
                if let event = answer(signal) { return event }
                continue
            }
            if hasKeys, !KeyboardModes.isHeld { KeyboardModes.hold() }
            let saved = folder.changes()
            if !saved.isEmpty { return .saved(saved) }
            if let event = takeTyped() { return event }
            if isOver { return .end }
            wait(folder)
        }
    }

    // MARK: - Waiting

    private mutating func wait(_ folder: FolderWatch) {
        let listens = !hasKeys || KeyboardModes.isHeld
        var requests = [signals.descriptor, folder.descriptor, listens ? STDIN_FILENO : -1].map {
            pollfd(fd: $0, events: Int16(POLLIN), revents: 0)
        }
        // In the background nobody says when the terminal is ours again.
        let isAsking = folder.descriptor < 0 || signals.descriptor < 0 || !listens
        let count = poll(&requests, nfds_t(requests.count), isAsking ? FolderWatch.pollingInterval : -1)
        if count > 0, requests[2].revents != 0 { readInput() }
    }

    private mutating func readInput() {
        var buffer = [UInt8](repeating: 0, count: Self.lineLimit)
        let count = read(STDIN_FILENO, &buffer, buffer.count)
        if count > 0 {
            typed += buffer[..<count]
        } else if count == 0 || (errno != EINTR && errno != EAGAIN) {
            isOver = true
        }
    }

    // MARK: - Keys

    private mutating func takeTyped() -> Event? { hasKeys ? takeKey() : takeLine() }

    private mutating func takeKey() -> Event? {
        while let byte = typed.first {
            // An arrow or the like sends a sequence that has letters in it.
            if byte == 0x1B {
                typed.removeFirst(Self.sequenceLength(typed))
                continue
            }
            typed.removeFirst()
            // Ctrl-D ends an input.
            if byte == 4 { return .key(.quit) }
            if let key = WatchKey(String(UnicodeScalar(byte))) { return .key(key) }
        }
        return nil
    }

    private static func sequenceLength(_ bytes: [UInt8]) -> Int {
        guard bytes.count > 1 else { return 1 }
        switch bytes[1] {
        case UInt8(ascii: "["):
            let parameters = bytes.dropFirst(2).prefix { $0 < 0x40 }.count
            return min(bytes.count, parameters + 3)
        case UInt8(ascii: "O"): return min(bytes.count, 3)
        default: return 2
        }
    }

    private mutating func takeLine() -> Event? {
        while let end = typed.firstIndex(of: 0x0A) ?? (isOver || typed.count > Self.lineLimit ? typed.endIndex : nil),
            !typed.isEmpty
        {
            let line = String(decoding: typed[..<end], as: UTF8.self).trimmed
            typed.removeFirst(min(end + 1, typed.count))
            if line.isEmpty { continue }
            return WatchKey(line).map(Event.key) ?? .unknown(line)
        }
        return nil
    }

    // MARK: - Signals

    private func answer(_ signal: Int32) -> Event? {
        switch signal {
        case SIGWINCH: return .redraw
        case SIGTSTP:
            Self.stop()
            return nil
        case SIGCONT:
            if hasKeys {
                KeyboardModes.forget()
                KeyboardModes.hold()
            }
            return .redraw
        default: return .signal(signal)
        }
    }

    // The shell has the terminal as it was while this process is stopped.
    private static func stop() {
        KeyboardModes.restore()
        var set = sigset_t()
        sigemptyset(&set)
        sigaddset(&set, SIGTSTP)
        raise(SIGTSTP)
        pthread_sigmask(SIG_UNBLOCK, &set, nil)
        // Here it stops, and goes on.
        pthread_sigmask(SIG_BLOCK, &set, nil)
    }
}
