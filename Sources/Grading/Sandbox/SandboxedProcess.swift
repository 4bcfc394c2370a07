// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc

/// A process that is told something and answers once: this executable once more, or a copy of this process.
///
/// It leads a process group. The executable has an empty environment but for the time zone, and of our own descriptors
/// it gets the two pipes; others that somebody let us inherit it closes itself. A copy has everything that we have.
/// Whatever it answers is hostile until it has been read with care.
struct SandboxedProcess: ~Copyable {
    /// The system's error where no process could be made.
    struct Failure: Error {
        var errno: Int32
    }

    /// How the process ended.
    enum Exit: Equatable {
        case code(Int32)
        case signal(Int32)
    }

    /// Why it was killed.
    enum Stop: Equatable {
        case timeout
        case replyTooLong
        case asked
    }

    struct Result {
        var reply: [UInt8] = []
        var stop: Stop?
        var exit = Exit.code(0)
        /// The most memory that it had at a time.
        var peakBytes = 0
        /// Processor time that it spent, in nanoseconds.
        var processorTime: UInt64 = 0
    }

    private let process: pid_t
    private var input: Int32
    private let output: Int32
    /// Readable when the process has ended.
    private let end: Int32

    private init(process: pid_t, input: Int32, output: Int32, end: Int32) {
        self.process = process
        self.input = input
        self.output = output
        self.end = end
    }

    /// Starts it with these words.
    static func start(_ words: [String]) throws(Failure) -> SandboxedProcess {
        var kept: [Int32] = []
        var given: [Int32] = []
        defer { for descriptor in given { close(descriptor) } }
        do throws(Failure) {
            let input = try pipe()
            (kept, given) = ([input.writer], [input.reader])
            let output = try pipe()
            kept.append(output.reader)
            given.append(output.writer)
            // The link names this very file, whatever has become of its path.
            let process = try spawn("/proc/self/exe", words, input: input.reader, output: output.writer)
            let end = try watchEnd(of: process)
            _ = fcntl(input.writer, F_SETFL, O_NONBLOCK)
            return SandboxedProcess(process: process, input: input.writer, output: output.reader, end: end)
        } catch {
            for descriptor in kept { close(descriptor) }
            throw error
        }
    }

    /// Copies this process, which must have no other thread; the copy runs the body with the descriptor on which to
    /// answer, and ends with the code that it gives.
    static func copy(_ body: (Int32) -> Int32) throws(Failure) -> SandboxedProcess {
        let output = try pipe()
        let process = lls_fork()
        if process == 0 {
            close(output.reader)
            _exit(body(output.writer))
        }
        let failure = Failure(errno: process == LLS_NOT_ALONE ? EBUSY : errno)
        close(output.writer)
        do throws(Failure) {
            if process < 0 { throw failure }
            // Here and there, so that it leads its group whoever comes first.
            setpgid(process, process)
            return SandboxedProcess(process: process, input: -1, output: output.reader, end: try watchEnd(of: process))
        } catch {
            close(output.reader)
            throw error
        }
    }

    private static func watchEnd(of process: pid_t) throws(Failure) -> Int32 {
        let end = lls_pidfd_open(process)
        if end >= 0 { return end }
        let failure = Failure(errno: errno)
        kill(-process, SIGKILL)
        waitpid(process, nil, 0)
        throw failure
    }

    /// Gives it the whole of its input, takes its answer and waits for its end, which comes in any case.
    ///
    /// `stop` ends it early when something can be read there, or nobody writes there any more; -1 for nothing.
    consuming func exchange(_ message: [UInt8], replyLimit: Int, nanoseconds: UInt64, stop: Int32) -> Result {
        var result = Result()
        let deadline = Self.now.addingReportingOverflow(nanoseconds)
        result.stop = talk(
            message, &result.reply, replyLimit, until: deadline.overflow ? .max : deadline.partialValue, stop)
        // The leader has not been waited for, so the number of its group is still its own.
        kill(-process, SIGKILL)
        for descriptor in [input, output, end] where descriptor >= 0 { close(descriptor) }
        var status: Int32 = 0
        var usage = rusage()
        while wait4(process, &status, 0, &usage) < 0 && errno == EINTR {}
        result.exit = status & 0x7F == 0 ? .code(status >> 8 & 0xFF) : .signal(status & 0x7F)
        result.peakBytes = usage.ru_maxrss * 1024
        for time in [usage.ru_utime, usage.ru_stime] {
            result.processorTime += UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_usec) * 1_000
        }
        return result
    }

    // MARK: The two pipes

    /// Writes and reads until the answer is over and the process has ended.
    private mutating func talk(
        _ message: [UInt8], _ reply: inout [UInt8], _ replyLimit: Int, until deadline: UInt64, _ stop: Int32
    ) -> Stop? {
        var sent = 0
        var isOver = false
        while true {
            let now = Self.now
            if now >= deadline { return .timeout }
            var requests = [
                pollfd(fd: isOver ? -1 : output, events: Int16(POLLIN), revents: 0),
                pollfd(fd: input, events: Int16(POLLOUT), revents: 0),
                pollfd(fd: stop, events: Int16(POLLIN), revents: 0),
                pollfd(fd: isOver ? end : -1, events: Int16(POLLIN), revents: 0),
            ]
            let milliseconds = Int32(clamping: (deadline - now) / 1_000_000 + 1)
            if poll(&requests, nfds_t(requests.count), milliseconds) < 0 && errno != EINTR { return .timeout }
            if requests[2].revents != 0 { return .asked }
            if requests[0].revents != 0 { isOver = !read(into: &reply) }
            if reply.count > replyLimit { return .replyTooLong }
            if input >= 0, requests[1].revents != 0 { send(message, &sent) }
            if requests[3].revents != 0 { return nil }
        }
    }

    // False at the end.
    private func read(into reply: inout [UInt8]) -> Bool {
        withUnsafeTemporaryAllocation(byteCount: 64 << 10, alignment: 1) { buffer in
            let count = Glibc.read(output, buffer.baseAddress, buffer.count)
            if count > 0 { reply.append(contentsOf: buffer[..<count]) }
            return count > 0 || count < 0 && errno == EINTR
        }
    }

    // Closes the pipe behind the last byte, and where nobody reads.
    private mutating func send(_ message: [UInt8], _ sent: inout Int) {
        let count = message.withUnsafeBytes { Glibc.write(input, $0.baseAddress.map { $0 + sent }, $0.count - sent) }
        if count > 0 { sent += count }
        let hasFailed = count < 0 && errno != EINTR && errno != EAGAIN
        if sent == message.count || hasFailed {
            close(input)
            input = -1
        }
    }

    private static var now: UInt64 {
        var time = timespec()
        clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    // MARK: The start

    private static func pipe() throws(Failure) -> (reader: Int32, writer: Int32) {
        var ends: [Int32] = [-1, -1]
        if pipe2(&ends, O_CLOEXEC) != 0 { throw Failure(errno: errno) }
        return (ends[0], ends[1])
    }

    /// Starts an executable with these words; standard error leads nowhere.
    static func spawn(
        _ executable: String, _ words: [String], input: Int32, output: Int32
    ) throws(Failure) -> pid_t {
        var actions = posix_spawn_file_actions_t()
        posix_spawn_file_actions_init(&actions)
        defer { posix_spawn_file_actions_destroy(&actions) }
        posix_spawn_file_actions_adddup2(&actions, input, STDIN_FILENO)
        posix_spawn_file_actions_adddup2(&actions, output, STDOUT_FILENO)
        posix_spawn_file_actions_addopen(&actions, STDERR_FILENO, "/dev/null", O_WRONLY, 0)
        var attributes = posix_spawnattr_t()
        posix_spawnattr_init(&attributes)
        defer { posix_spawnattr_destroy(&attributes) }
        var signals = sigset_t()
        sigemptyset(&signals)
        posix_spawnattr_setsigmask(&attributes, &signals)
        sigfillset(&signals)
        posix_spawnattr_setsigdefault(&attributes, &signals)
        posix_spawnattr_setpgroup(&attributes, 0)
        let flags = POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF
        posix_spawnattr_setflags(&attributes, Int16(flags))
        var process = pid_t()
        let failure = withArguments(["looplab"] + words) { arguments in
            withArguments(timeZone) { environment in
                posix_spawn(&process, executable, &actions, &attributes, arguments, environment)
            }
        }
        if failure != 0 { throw Failure(errno: failure) }
        return process
    }

    // Local times are those of the person who looks on.
    private static var timeZone: [String] {
        getenv("TZ").map { ["TZ=" + String(cString: $0)] } ?? []
    }

    private static func withArguments<Value>(
        _ words: [String], _ body: (UnsafePointer<UnsafeMutablePointer<CChar>?>) -> Value
    ) -> Value {
        let copies: [UnsafeMutablePointer<CChar>?] = words.map { strdup($0) } + [nil]
        defer { for copy in copies { free(copy) } }
        return copies.withUnsafeBufferPointer { body($0.baseAddress.unsafelyUnwrapped) }
    }
}
