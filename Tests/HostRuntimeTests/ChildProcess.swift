// SPDX-License-Identifier: MIT
import EngineTesting
import Glibc
import Testing

/// A run of the built `looplab` as a process of its own.
struct ChildProcess {
    /// What is known of a process that ended.
    struct Outcome: Equatable, Sendable {
        var output: [UInt8]
        var error: [UInt8]
        /// The exit code, or 128 and the signal's number as shells say it.
        var code: Int32
        /// Whether it had to be killed because its time was over.
        var isKilled = false

        var outputText: String { String(decoding: output, as: UTF8.self) }
        var errorText: String { String(decoding: error, as: UTF8.self) }
    }

    /// What the process is given on its command line.
    var arguments: [String]
    /// Seconds of real time after which the process is killed.
    var secondsAllowed = 60
    /// Where the process keeps caches and state; one for all processes of this test run when nil.
    var home: String?
    /// Text on its standard input, at most what fits into a pipe.
    var input = ""

    /// Runs the process to its end.
    func run() throws -> Outcome {
        let output = try Pipe()
        let error = try Pipe()
        let input = try Pipe()
        input.fill(self.input)
        let process = try spawn(input: input.reading, output: output.writing, error: error.writing)
        input.closeBoth()
        output.closeWriting()
        error.closeWriting()
        let texts = PipeReader(descriptors: [output.reading, error.reading], secondsAllowed: secondsAllowed)
        let isWhole = texts.readToEnd()
        if !isWhole { kill(process, SIGKILL) }
        output.closeReading()
        error.closeReading()
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        let code = signal == 0 ? status >> 8 & 0xFF : 128 + signal
        return Outcome(output: texts.bytes[0], error: texts.bytes[1], code: code, isKilled: !isWhole)
    }

    private func spawn(input: Int32, output: Int32, error: Int32) throws -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_adddup2(&actions, error, STDERR_FILENO)
        var process = pid_t()
        let failure = withCStrings([BuiltProgram.path] + arguments) { words in
            withCStrings(environment) { posix_spawn(&process, BuiltProgram.path, &actions, nil, words, $0) }
        }
        try #require(failure == 0, "cannot run \(BuiltProgram.path): \(String(cString: strerror(failure)))")
        return process
    }

    private var environment: [String] {
        let home = home ?? TemporaryDirectory.shared.path
        let kept: [String] = ["PATH", "LD_LIBRARY_PATH", "ASAN_OPTIONS", "TSAN_OPTIONS"].compactMap { (name: String) in
            getenv(name).map { name + "=" + String(cString: $0) }
        }
        return kept + [
            "HOME=\(home)", "XDG_CACHE_HOME=\(home)/cache", "XDG_STATE_HOME=\(home)/state", "NO_COLOR=1", "TZ=UTC",
            "LANG=C.UTF-8",
        ]
    }
}

/// A pair of sockets used as a pipe: unlike a pipe's, their descriptors are closed in other children from the start.
private struct Pipe {
    let reading: Int32
    let writing: Int32

    init() throws {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue | SOCK_CLOEXEC.rawValue)
        let failure = socketpair(AF_UNIX, kind, 0, &ends)
        try #require(failure == 0, "no pipe: \(String(cString: strerror(errno)))")
        (reading, writing) = (ends[0], ends[1])
    }

    func fill(_ text: String) {
        var text = text
        _ = text.withUTF8 { write(writing, $0.baseAddress, $0.count) }
    }

    func closeReading() { close(reading) }
    func closeWriting() { close(writing) }
    func closeBoth() {
        close(reading)
        close(writing)
    }
}

/// Reads several descriptors to their ends, as long as the time allows.
private final class PipeReader {
    private(set) var bytes: [[UInt8]]
    private var descriptors: [pollfd]
    private let deadline: ContinuousClock.Instant

    init(descriptors: [Int32], secondsAllowed: Int) {
        bytes = descriptors.map { _ in [] }
        self.descriptors = descriptors.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
        deadline = ContinuousClock.now.advanced(by: .seconds(secondsAllowed))
    }

    /// Reads everything; false when the time was over before.
    func readToEnd() -> Bool {
        while descriptors.contains(where: { $0.fd >= 0 }) {
            let left = ContinuousClock.now.duration(to: deadline) / .milliseconds(1)
            if left <= 0 { return false }
            _ = poll(&descriptors, nfds_t(descriptors.count), Int32(left) + 1)
            for index in descriptors.indices where descriptors[index].revents != 0 { readSome(index) }
        }
        return true
    }

    private func readSome(_ index: Int) {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
            let count = read(descriptors[index].fd, buffer.baseAddress, buffer.count)
            if count > 0 {
                bytes[index].append(contentsOf: buffer[..<count])
            } else if count == 0 || errno != EINTR {
                // A negative descriptor is one that poll leaves out.
                descriptors[index].fd = -1
            }
        }
    }
}

/// Lends strings as a C array of C strings that ends with a null pointer.
private func withCStrings<Result>(
    _ strings: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Result
) -> Result {
    let copies = strings.map { strdup($0) } + [nil]
    defer { copies.forEach { free($0) } }
    return copies.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
}
