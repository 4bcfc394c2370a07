// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import ScriptEngine

/// A server of checks, seen from the process that started it.
///
/// Nothing here waits but `end()`: whoever holds several polls their descriptors.
final class ServerProcess {
    /// What reading brought.
    enum News {
        case nothing
        case reply(ServerReply)
        /// It has ended, or says what it must not say.
        case lost
    }

    /// Where it listens, and answers.
    let descriptor: Int32
    let process: pid_t
    private var outgoing: ArraySlice<UInt8> = []
    private var incoming: [UInt8] = []

    /// Starts a server.
    ///
    /// A process that has no other thread, and no engine, is copied, which takes a fraction of a millisecond; otherwise
    /// the executable is started.
    init(_ options: GradingServer.Options, executable: String) throws(SandboxedProcess.Failure) {
        var ends: [Int32] = [-1, -1]
        let kind = Int32(SOCK_STREAM.rawValue) | Int32(SOCK_CLOEXEC.rawValue)
        if socketpair(AF_UNIX, kind, 0, &ends) != 0 { throw SandboxedProcess.Failure(errno: errno) }
        defer { close(ends[1]) }
        descriptor = ends[0]
        _ = fcntl(descriptor, F_SETFL, O_NONBLOCK)
        let copy = Engine.isStarted ? Int32(LLS_NOT_ALONE) : lls_fork()
        if copy == 0 { _exit(GradingServer.serve(ends[1], options)) }
        if copy > 0 {
            process = copy
            return
        }
        do throws(SandboxedProcess.Failure) {
            let words = [GradingServer.word] + (options.cacheDirectory.map { [$0] } ?? [])
            process = try SandboxedProcess.spawn(executable, words, input: ends[1], output: ends[1])
        } catch {
            close(descriptor)
            throw error
        }
    }

    /// Whether something waits to be sent.
    var hasOutgoing: Bool { !outgoing.isEmpty }

    /// Gives it a task; its reply to the one before must have come.
    func send(_ task: CheckTask) {
        let bytes = task.bytes
        outgoing = (Frame.header(of: bytes) + bytes)[...]
        flush()
    }

    /// Sends as much as the system takes now.
    func flush() {
        while !outgoing.isEmpty {
            let count = outgoing.withUnsafeBytes { Glibc.send(descriptor, $0.baseAddress, $0.count, noSignal) }
            if count > 0 { outgoing = outgoing.dropFirst(count) }
            if count < 0 && errno == EINTR { continue }
            // What cannot be sent because nobody listens is noticed by reading.
            if count < 0 && errno != EAGAIN { outgoing = [] }
            if count <= 0 { return }
        }
    }

    /// Takes what has come.
    func receive() -> News {
        var chunk = [UInt8](repeating: 0, count: 16 << 10)
        while true {
            let count = read(descriptor, &chunk, chunk.count)
            if count == 0 { return .lost }
            if count < 0 {
                if errno == EINTR { continue }
                return errno == EAGAIN ? takeReply() : .lost
            }
            incoming += chunk[..<count]
            // The rest of what it says comes with the next call.
            if count < chunk.count { return takeReply() }
        }
    }

    private func takeReply() -> News {
        guard incoming.count >= Frame.headerBytes else { return .nothing }
        let length = Frame.length(incoming[..<Frame.headerBytes])
        guard length <= CheckOriginal.answerLimit * 2 else { return .lost }
        let end = Frame.headerBytes + length
        guard incoming.count >= end else { return .nothing }
        guard let reply = try? ServerReply(incoming[Frame.headerBytes..<end]) else { return .lost }
        incoming.removeSubrange(..<end)
        return .reply(reply)
    }

    /// Ends it, and gives the code with which it left; nil if it died.
    func end() -> Int32? {
        close(descriptor)
        // It ends its own processes when it sees that nobody listens, and they end with it in any case. One that hangs,
        // as no server should, is not waited for.
        let watch = lls_pidfd_open(process)
        var request = pollfd(fd: watch, events: Int16(POLLIN), revents: 0)
        if watch < 0 || poll(&request, 1, Self.patience) <= 0 { kill(process, SIGKILL) }
        if watch >= 0 { close(watch) }
        var status: Int32 = 0
        while waitpid(process, &status, 0) < 0 && errno == EINTR {}
        return status & 0x7F == 0 ? status >> 8 & 0xFF : nil
    }

    /// Milliseconds that a server has to end.
    private static let patience: Int32 = 2_000
}

private let noSignal = Int32(MSG_NOSIGNAL)
