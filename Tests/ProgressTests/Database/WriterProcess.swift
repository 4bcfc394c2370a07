// SPDX-License-Identifier: MIT
import CLinux
import EngineTesting
import Glibc
import Testing

/// A process of `ProgressWriter`, and what it has said.
final class WriterProcess {
    let id: pid_t
    /// Where its standard output can be read.
    let descriptor: Int32
    /// The whole lines that were read so far.
    private(set) var lines: [String] = []
    private var rest: [UInt8] = []

    init(_ arguments: [String]) throws {
        var ends: [Int32] = [-1, -1]
        try #require(pipe2(&ends, O_CLOEXEC) == 0)
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, ends[1], STDOUT_FILENO)
        let path = BuiltProgram.directory + "/ProgressWriter"
        var words: [UnsafeMutablePointer<CChar>?] = ([path] + arguments).map { strdup($0) } + [nil]
        defer { for word in words { free(word) } }
        var process = pid_t()
        let failure = posix_spawn(&process, path, &actions, nil, &words, environ)
        close(ends[1])
        try #require(failure == 0, "cannot run \(path)")
        id = process
        descriptor = ends[0]
    }

    /// Reads what is there, waiting for it; false at the end of its output.
    func read() -> Bool {
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
    func finish() -> Int32 {
        while read() {}
        close(descriptor)
        var status: Int32 = 0
        while waitpid(id, &status, 0) < 0 && errno == EINTR {}
        let signal = status & 0x7F
        return signal == 0 ? status >> 8 & 0xFF : 128 + signal
    }
}
