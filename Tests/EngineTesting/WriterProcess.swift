// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// A process of a program that was built with the tests, and what it has said.
public final class WriterProcess {
    /// Its number.
    public let id: Int32
    /// Where its standard output can be read.
    public let descriptor: Int32
    /// The whole lines that were read so far.
    public private(set) var lines: [String] = []
    private var rest: [UInt8] = []

    /// Starts the program of that name.
    public init(_ program: String, _ arguments: [String]) {
        var ends: [Int32] = [-1, -1]
        precondition(pipe2(&ends, O_CLOEXEC) == 0, "no pipe: \(errno)")
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        let path = BuiltProgram.directory + "/" + program
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let failure = posix_spawn(&process, path, &actions, nil, &words, environ)
        close(ends[1])
        precondition(failure == 0, "cannot run \(path): \(failure)")
        id = process
        descriptor = ends[0]
    }

    /// Reads what is there, waiting for it; false at the end of its output.
    public func read() -> Bool {
        var buffer = [UInt8](repeating: 0, count: 4_096)
        let count = Glibc.read(descriptor, &buffer, buffer.count)
        if count <= 0 { return count < 0 && errno == EINTR }
        rest += buffer[..<count]
        while let end = rest.firstIndex(of: UInt8(ascii: "\n")) {
            lines.append(String(decoding: rest[..<end], as: UTF8.self))
            rest.removeSubrange(...end)
        }
        return true
    }

    /// Reads to the end and gives the exit code, or 128 and the signal's number.
    public func finish() -> Int32 {
        while read() {}
        close(descriptor)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
