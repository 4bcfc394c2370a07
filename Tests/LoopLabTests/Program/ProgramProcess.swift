// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Synchronization

/// The built `looplab` as a process of its own, with pipes to its streams.
///
/// Nothing here sleeps: every wait polls the pipes until a condition holds or a deadline has passed, after which the
/// process is killed and the test fails.
final class ProgramProcess {
    /// How a program that has ended did so, and what it wrote.
    struct Result: CustomStringConvertible {
        /// Its exit code, or the signal that ended it.
        let exit: PseudoTerminal.Exit
        /// What it wrote to standard output.
        let output: String
        /// What it wrote to standard error.
        let errors: String

        /// The lines of standard error.
        var errorLines: [String] { errors.split(separator: "\n").map(String.init) }

        var description: String { "\(exit)\n--- output\n\(output.prefix(4_000))\n--- errors\n\(errors.prefix(4_000))" }
    }

    /// What is on standard input.
    enum Input {
        /// Nothing: `/dev/null`.
        case none
        /// A pipe with this text, closed behind it.
        case text(String)
        /// A pipe with this text that stays open.
        case open(String)
    }

    /// The program that was built with the tests, which stands next to them.
    static let executable = BuiltProgram.path

    /// The variables every program under test gets: nothing of the person who runs the tests.
    static func environment(_ variables: [String: String], home: String) -> [String: String] {
        let standard = [
            "LANG": "C.UTF-8", "PATH": "/usr/local/bin:/usr/bin:/bin", "HOME": home, "LOOPLAB": executable,
            // Shared by all tests: the engine's start is slow without it. It goes with the build.
            "XDG_CACHE_HOME": BuiltProgram.directory + "/test-cache",
            "ASAN_OPTIONS": "detect_leaks=0",
        ]
        // A program that was built with a sanitizer takes the settings of the tests, which were too.
        let sanitizer = ProcessInfo.processInfo.environment.filter { $0.key.hasSuffix("SAN_OPTIONS") }
        return standard.merging(sanitizer) { $1 }.merging(variables) { $1 }
    }

    /// What was written to standard output so far.
    var output: String { String(decoding: streams[0].bytes, as: UTF8.self) }

    /// Held while a process is started: a descriptor that is about to be marked as not inherited must not be inherited.
    static let starting = Mutex(())

    private struct Stream: Sendable {
        var descriptor: Int32
        var bytes: [UInt8] = []
    }

    private let process: pid_t
    // Kept for as long as the program runs in it.
    private let folder: ScratchFolder
    private var streams: [Stream]
    private var keptInput: Int32
    private var exit: PseudoTerminal.Exit?

    /// Starts `looplab`.
    ///
    /// - Parameters:
    ///   - arguments: its words.
    ///   - input: what is on its standard input.
    ///   - environment: variables besides the standard ones.
    ///   - folder: where it runs.
    convenience init(
        _ arguments: [String], input: Input = .none, environment: [String: String] = [:], folder: ScratchFolder
    ) throws {
        try self.init([Self.executable] + arguments, input, environment, folder)
    }

    /// Starts a shell script, in which `$LOOPLAB` is the program.
    ///
    /// - Parameters:
    ///   - script: commands for `sh`.
    ///   - environment: variables besides the standard ones.
    ///   - folder: where it runs.
    convenience init(shell script: String, environment: [String: String] = [:], folder: ScratchFolder) throws {
        try self.init(["/bin/sh", "-c", script], .none, environment, folder)
    }

    private init(
        _ command: [String], _ input: Input, _ environment: [String: String], _ folder: ScratchFolder
    ) throws {
        self.folder = folder
        let command = ["/usr/bin/env", "-C", folder.path] + command
        let variables = Self.environment(environment, home: folder.path)
        (process, keptInput, streams) = try Self.starting.withLock { _ in
            let (output, errors) = (try Self.makePipe(), try Self.makePipe())
            let (reader, writer) = try Self.open(input)
            let process = try Self.spawn(command, variables, [reader, output.writer, errors.writer])
            for descriptor in [reader, output.writer, errors.writer] { close(descriptor) }
            return (process, writer, [output.reader, errors.reader].map { Stream(descriptor: $0) })
        }
    }

    deinit {
        if exit == nil {
            kill(-process, SIGKILL)
            waitpid(process, nil, 0)
        }
        for stream in streams where stream.descriptor >= 0 { close(stream.descriptor) }
        closeInput()
    }

    /// Waits for standard output to contain a text.
    ///
    /// - Parameters:
    ///   - text: what is waited for.
    ///   - timeout: how long to wait at most.
    func wait(forOutput text: String, timeout: Duration = .seconds(20)) throws {
        let deadline = ContinuousClock.now + timeout
        while !output.contains(text) {
            guard takeOutput(until: deadline) else { throw failure("no \"\(text)\"") }
        }
    }

    /// Writes to a standard input that was kept open.
    ///
    /// - Parameter text: less than a pipe holds.
    func write(_ text: String) {
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(keptInput, $0.baseAddress, $0.count) }
    }

    /// Closes a standard input that was kept open.
    func closeInput() {
        if keptInput >= 0 { close(keptInput) }
        keptInput = -1
    }

    /// Closes the reading end of the program's standard output.
    func closeOutput() {
        close(streams[0].descriptor)
        streams[0].descriptor = -1
    }

    /// Sends the program a signal.
    ///
    /// - Parameter number: for example `SIGINT`.
    func signal(_ number: Int32) {
        if exit == nil { kill(process, number) }
    }

    /// Sends a signal to the program and its children, as the keyboard of a terminal does.
    ///
    /// - Parameter number: for example `SIGINT`.
    func signalGroup(_ number: Int32) {
        if exit == nil { kill(-process, number) }
    }

    /// Waits for the end.
    ///
    /// - Parameter timeout: how long to wait at most; then the program is killed.
    /// - Returns: how it ended.
    func finish(timeout: Duration = .seconds(20)) throws -> Result {
        let deadline = ContinuousClock.now + timeout
        while streams.contains(where: { $0.descriptor >= 0 }) {
            guard takeOutput(until: deadline) else { throw failure("no end") }
        }
        var status: Int32 = 0
        while true {
            let result = waitpid(process, &status, WNOHANG)
            if result == process { break }
            if ContinuousClock.now >= deadline { throw failure("no end, though its streams are closed") }
            sched_yield()
        }
        let signal = status & 0x7F
        let ended = signal == 0 ? PseudoTerminal.Exit.code(status >> 8 & 0xFF) : .signal(signal)
        exit = ended
        return Result(exit: ended, output: output, errors: String(decoding: streams[1].bytes, as: UTF8.self))
    }

    private func failure(_ what: String) -> PseudoTerminal.Failure {
        kill(-process, SIGKILL)
        let errors = String(decoding: streams[1].bytes.prefix(4_000), as: UTF8.self)
        return PseudoTerminal.Failure(
            description: "\(what) in time; output:\n\(output.prefix(4_000))\n--- errors\n\(errors)")
    }

    // False when the time is over or nothing more can come.
    private func takeOutput(until deadline: ContinuousClock.Instant) -> Bool {
        let rest = ContinuousClock.now.duration(to: deadline).components
        let milliseconds = Int32(clamping: rest.seconds * 1_000 + rest.attoseconds / 1_000_000_000_000_000)
        var requests = streams.map { pollfd(fd: $0.descriptor, events: Int16(POLLIN), revents: 0) }
        guard milliseconds > 0, requests.contains(where: { $0.fd >= 0 }) else { return false }
        guard poll(&requests, nfds_t(requests.count), milliseconds) > 0 else { return errno == EINTR }
        var buffer = [UInt8](repeating: 0, count: 1 << 16)
        for index in streams.indices where requests[index].revents != 0 {
            let count = read(streams[index].descriptor, &buffer, buffer.count)
            if count > 0 {
                streams[index].bytes += buffer[..<count]
            } else if count == 0 || errno != EINTR {
                close(streams[index].descriptor)
                streams[index].descriptor = -1
            }
        }
        return true
    }
}

@available(*, unavailable)
extension ProgramProcess: Sendable {}

extension ProgramProcess {
    private static func makePipe() throws -> (reader: Int32, writer: Int32) {
        var ends: [Int32] = [-1, -1]
        guard pipe(&ends) == 0 else { throw PseudoTerminal.Failure(description: "no pipe") }
        for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
        return (ends[0], ends[1])
    }

    private static func open(_ input: Input) throws -> (reader: Int32, writer: Int32) {
        let text: String
        switch input {
        case .none: return (Glibc.open("/dev/null", O_RDONLY | O_CLOEXEC), -1)
        case .text(let content), .open(let content): text = content
        }
        let (reader, writer) = try makePipe()
        // The pipe holds 64 KiB, so this does not wait for a reader.
        precondition(text.utf8.count < 1 << 16)
        _ = Array(text.utf8).withUnsafeBytes { Glibc.write(writer, $0.baseAddress, $0.count) }
        if case .open = input { return (reader, writer) }
        close(writer)
        return (reader, -1)
    }

    private static func spawn(
        _ command: [String], _ variables: [String: String], _ descriptors: [Int32]
    ) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        for (number, descriptor) in descriptors.enumerated() {
            posix_spawn_file_actions_adddup2(&actions, descriptor, Int32(number))
        }
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        // A group of its own, so that a deadline ends a script's children too.
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var arguments = command.map { strdup($0) } + [nil]
        var environment = variables.map { strdup("\($0.key)=\($0.value)") } + [nil]
        defer { for pointer in arguments + environment { free(pointer) } }
        var identifier: pid_t = 0
        let result = posix_spawn(&identifier, command[0], &actions, &attributes, &arguments, &environment)
        guard result == 0 else {
            throw PseudoTerminal.Failure(description: "cannot start \(command): \(String(cString: strerror(result)))")
        }
        return identifier
    }
}

/// Runs `looplab` to its end.
///
/// - Parameters:
///   - arguments: its words.
///   - input: what is on its standard input.
///   - environment: variables besides the standard ones.
///   - folder: where it runs; a folder of its own when left out.
///   - timeout: how long it may take.
/// - Returns: how it ended.
func looplab(
    _ arguments: String..., input: ProgramProcess.Input = .none, environment: [String: String] = [:],
    in folder: ScratchFolder? = nil, timeout: Duration = .seconds(20)
) throws -> ProgramProcess.Result {
    let place = try folder ?? ScratchFolder()
    return try ProgramProcess(arguments, input: input, environment: environment, folder: place)
        .finish(timeout: timeout)
}
