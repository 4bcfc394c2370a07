// SPDX-License-Identifier: MIT
import Foundation
import Synchronization

/// A terminal for one program under test: its keyboard, its screen, and its size.
///
/// Nothing here sleeps: every wait polls the program's output until a condition holds or a deadline has passed.
final class PseudoTerminal {
    /// How a program ended.
    enum Exit: Equatable {
        /// It ended by itself with this code.
        case code(Int32)
        /// This signal ended it.
        case signal(Int32)
    }

    /// Why a wait or a start failed.
    struct Failure: Error, CustomStringConvertible {
        /// What happened, with the screen as it was.
        let description: String
    }

    /// What the terminal shows.
    private(set) var screen: TerminalScreen
    /// Everything the program has written, escape sequences included.
    private(set) var output: [UInt8] = []
    /// The path of the end that programs use.
    let path: String
    /// The process, once one is started.
    private(set) var process: pid_t?
    private let controller: Int32
    private var isClosed = false
    private var exit: Exit?

    /// A terminal without a program.
    ///
    /// - Parameters:
    ///   - columns: the width.
    ///   - rows: the height.
    /// - Throws: `Failure` when the system has no terminal to give.
    init(columns: Int = 80, rows: Int = 24) throws {
        // posix_openpt and its companions are not imported (X/Open); these are the calls they consist of on Linux.
        let (unlock, number): (UInt, UInt) = (0x4004_5431, 0x8004_5430)
        var (locked, index): (Int32, Int32) = (0, 0)
        controller = open("/dev/ptmx", O_RDWR | O_NOCTTY | O_CLOEXEC)
        guard controller >= 0, ioctl(controller, unlock, &locked) == 0, ioctl(controller, number, &index) == 0 else {
            throw Failure(description: "no pseudo-terminal: \(String(cString: strerror(errno)))")
        }
        path = "/dev/pts/\(index)"
        screen = TerminalScreen(columns: columns, rows: rows)
        setSize(columns: columns, rows: rows)
    }

    deinit {
        if let process, exit == nil {
            kill(process, SIGKILL)
            waitpid(process, nil, 0)
        }
        close(controller)
    }

    /// Starts a program in a session of its own, with this terminal as its controlling one.
    ///
    /// - Parameters:
    ///   - executable: the path of the program.
    ///   - arguments: its arguments, without its name.
    ///   - environment: its whole environment; `TERM` and a UTF-8 locale are added where they are missing.
    ///   - directory: where it runs; the present directory when `nil`.
    /// - Throws: `Failure` when it cannot be started.
    func start(
        _ executable: String, _ arguments: [String] = [], environment: [String: String] = [:], directory: String? = nil
    ) throws {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        // The first terminal a session leader opens becomes its controlling one.
        posix_spawn_file_actions_addopen(&actions, 0, path, O_RDWR, 0)
        posix_spawn_file_actions_adddup2(&actions, 0, 1)
        posix_spawn_file_actions_adddup2(&actions, 0, 2)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // POSIX_SPAWN_SETSID is not imported: it is behind _GNU_SOURCE.
        let setSession: Int16 = 0x80
        posix_spawnattr_setflags(
            &attributes, setSession | Int16(POSIX_SPAWN_SETSIGMASK) | Int16(POSIX_SPAWN_SETSIGDEF))

        let standard = ["TERM": "xterm-256color", "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin"]
        let variables = standard.merging(environment) { $1 }.map { "\($0.key)=\($0.value)" }.sorted()
        let command = (directory.map { ["/usr/bin/env", "-C", $0] } ?? []) + [executable] + arguments
        var argumentPointers = command.map { strdup($0) } + [nil]
        var variablePointers = variables.map { strdup($0) } + [nil]
        defer { for pointer in argumentPointers + variablePointers { free(pointer) } }
        var identifier: pid_t = 0
        let result = ProgramProcess.starting.withLock { _ in
            posix_spawn(&identifier, command[0], &actions, &attributes, &argumentPointers, &variablePointers)
        }
        guard result == 0 else {
            throw Failure(description: "cannot start \(executable): \(String(cString: strerror(result)))")
        }
        process = identifier
    }

    /// Types text.
    ///
    /// - Parameter text: characters, and escape sequences of keys.
    func type(_ text: String) {
        var bytes = Array(text.utf8)[...]
        while !bytes.isEmpty {
            let count = bytes.withUnsafeBytes { write(controller, $0.baseAddress, $0.count) }
            if count > 0 {
                bytes = bytes.dropFirst(count)
            } else if errno != EINTR && errno != EAGAIN {
                return
            }
        }
    }

    /// Presses keys, one after the other.
    ///
    /// - Parameter keys: for example `.up, .enter`.
    func press(_ keys: TerminalKey...) {
        for key in keys { type(key.sequence) }
    }

    /// Gives the terminal another size, which the program is told by SIGWINCH.
    ///
    /// - Parameters:
    ///   - columns: the new width.
    ///   - rows: the new height.
    ///   - reflowing: whether the terminal wraps long lines anew.
    func resize(columns: Int, rows: Int, reflowing: Bool = true) {
        takeOutput(waitingUntil: .now)
        screen.resize(columns: columns, rows: rows, reflowing: reflowing)
        setSize(columns: columns, rows: rows)
    }

    /// Sends the program a signal.
    ///
    /// - Parameter signal: for example `SIGTERM`.
    func signal(_ signal: Int32) {
        if let process, exit == nil { kill(process, signal) }
    }

    /// Shows the program's output until a condition holds.
    ///
    /// - Parameters:
    ///   - what: what is waited for, for the message.
    ///   - timeout: how long to wait at most.
    ///   - condition: looks at the screen; asked again whenever there was output.
    /// - Throws: `Failure` with the screen when the time is over or the program has ended.
    func wait(
        for what: String, timeout: Duration = .seconds(10), until condition: (TerminalScreen) -> Bool
    ) throws {
        let deadline = ContinuousClock.now + timeout
        while !condition(screen) {
            if isClosed { throw failure("the program closed the terminal before \(what)") }
            if ContinuousClock.now >= deadline { throw failure("timed out waiting for \(what)") }
            takeOutput(waitingUntil: deadline)
        }
    }

    /// Shows the program's output until it contains a text somewhere on the screen.
    ///
    /// - Parameters:
    ///   - text: what is waited for.
    ///   - timeout: how long to wait at most.
    /// - Throws: `Failure` with the screen when it does not come.
    func wait(forText text: String, timeout: Duration = .seconds(10)) throws {
        try wait(for: "\"\(text)\"", timeout: timeout) { $0.text.contains(text) }
    }

    /// Shows the program's output until it ends.
    ///
    /// - Parameter timeout: how long to wait at most.
    /// - Returns: how it ended.
    /// - Throws: `Failure` when it goes on.
    func waitForExit(timeout: Duration = .seconds(10)) throws -> Exit {
        if let exit { return exit }
        guard let process else { throw failure("no program was started") }
        let deadline = ContinuousClock.now + timeout
        while !isClosed {
            if ContinuousClock.now >= deadline { throw failure("timed out waiting for the program to end") }
            takeOutput(waitingUntil: deadline)
        }
        // The terminal is closed by the end of the last process, so this does not take long.
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        let result = signal == 0 ? Exit.code(status >> 8 & 0xFF) : Exit.signal(signal)
        exit = result
        return result
    }

    /// The modes of the terminal, as `stty` would show them.
    var modes: termios {
        var modes = termios()
        tcgetattr(controller, &modes)
        return modes
    }

    private func failure(_ message: String) -> Failure {
        let rows = screen.lines.enumerated().map { index, line in
            index == screen.cursor.row ? "\(line)    ◀ cursor at column \(screen.cursor.column)" : line
        }
        return Failure(description: "\(message); the screen was:\n\(rows.joined(separator: "\n"))")
    }

    private func setSize(columns: Int, rows: Int) {
        var size = winsize(ws_row: UInt16(rows), ws_col: UInt16(columns), ws_xpixel: 0, ws_ypixel: 0)
        _ = ioctl(controller, UInt(TIOCSWINSZ), &size)
    }

    private func takeOutput(waitingUntil deadline: ContinuousClock.Instant) {
        guard !isClosed else { return }
        let rest = ContinuousClock.now.duration(to: deadline).components
        let milliseconds = Int32(clamping: rest.seconds * 1000 + rest.attoseconds / 1_000_000_000_000_000)
        var request = pollfd(fd: controller, events: Int16(POLLIN), revents: 0)
        guard poll(&request, 1, max(0, milliseconds)) > 0 else { return }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        let count = read(controller, &buffer, buffer.count)
        if count > 0 {
            output += buffer[..<count]
            screen.feed(buffer[..<count])
            answer()
        } else if count == 0 || errno != EINTR {
            // Linux reports EIO when no process has the terminal open any more.
            isClosed = process != nil
        }
    }

    private func answer() {
        guard !screen.replies.isEmpty else { return }
        let replies = String(decoding: screen.replies, as: UTF8.self)
        screen.replies = []
        type(replies)
    }
}

@available(*, unavailable)
extension PseudoTerminal: Sendable {}
