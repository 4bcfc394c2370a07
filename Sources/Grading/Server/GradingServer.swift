// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import HostRuntime
internal import ScriptEngine

/// The process that makes one process for each check: it holds the engine and a runtime, ready to be copied.
///
/// It reads tasks from a socket and answers each with what became of the process that did it. Nothing of a submission
/// is ever read or run here, so one submission cannot leave anything for the next. It ends with the socket.
public enum GradingServer {
    /// The first word of the command line that makes this executable such a process.
    public static let word = "--inside-grader"

    /// What a server needs to know at its start.
    struct Options {
        var productVersion: String
        /// Where the engine keeps its self-hosted code in parsed form; nil for nowhere.
        var cacheDirectory: String?
    }

    /// Serves whoever started this process by its word, on standard input; nothing but `_exit` may follow.
    ///
    /// The other words are the server's own.
    public static func run(_ words: ArraySlice<String>, productVersion: String) -> Int32 {
        serve(STDIN_FILENO, Options(productVersion: productVersion, cacheDirectory: words.first))
    }

    /// Serves whoever holds the other end of a socket until it is closed; gives the process's exit code.
    static func serve(_ socket: Int32, _ options: Options) -> Int32 {
        guard settle(socket) else { return SandboxExit.notConfined.rawValue }
        do throws(SystemCallFilter.Failure) {
            let filters = (
                ordinary: try SystemCallFilter(), threaded: try SystemCallFilter(mayStartThreads: true)
            )
            guard let stage = prepare(options) else { return SandboxExit.noEngine.rawValue }
            serve(CheckProcess(stage: stage, filters: filters, server: getpid()))
            return SandboxExit.ended.rawValue
        } catch {
            return SandboxExit.notConfined.rawValue
        }
    }

    // MARK: The start

    // What the person at the terminal types is for the process that started this one: it ends us when it ends.
    private static func settle(_ socket: Int32) -> Bool {
        setpgid(0, 0)
        signal(SIGPIPE, SIG_IGN)
        var none = sigset_t()
        sigemptyset(&none)
        pthread_sigmask(SIG_SETMASK, &none, nil)
        guard socket == STDIN_FILENO || dup2(socket, STDIN_FILENO) >= 0 else { return false }
        _ = fcntl(STDIN_FILENO, F_SETFL, 0)
        let nothing = open("/dev/null", O_RDWR)
        guard nothing >= 0, dup2(nothing, STDOUT_FILENO) >= 0, dup2(nothing, STDERR_FILENO) >= 0,
            lls_close_range(3, .max) == 0
        else { return false }
        // The same results wherever they are made.
        return setenv("TZ", "UTC", 1) == 0 && lls_use_one_arena() == 1
    }

    private static func prepare(_ options: Options) -> CheckStage? {
        do throws(Engine.Failure) {
            try Engine.start(
                cacheDirectory: options.cacheDirectory, isJITEnabled: false, hasHelperThreads: false)
        } catch {
            return nil
        }
        do throws(RuntimeError) {
            let stage = try CheckStage(productVersion: options.productVersion)
            try stage.prepareForCopies()
            return stage
        } catch {
            return nil
        }
    }

    // MARK: Tasks

    /// The most bytes that a task may have.
    static let taskLimit = 64 << 20

    private static func serve(_ process: CheckProcess) {
        let residentBytes = MemoryGauge.residentBytes
        while let bytes = Frame.read(from: STDIN_FILENO, limit: taskLimit) {
            guard let task = try? CheckTask(bytes[...]) else { return }
            var reply = ServerReply(ending: .neverBegan(errno: 0))
            do throws(SandboxedProcess.Failure) {
                let child = try SandboxedProcess.copy { process.run(task, answerOn: $0) }
                reply = Self.reply(
                    child.exchange(
                        [], replyLimit: answerLimit, nanoseconds: task.schedule.budgets.realTime, stop: STDIN_FILENO),
                    muchMemory: residentBytes + task.schedule.budgets.memoryBytes / 2)
            } catch {
                reply.ending = .neverBegan(errno: error.errno)
            }
            guard Frame.write(reply.bytes, to: STDIN_FILENO) else { return }
        }
    }

    /// The most bytes that an answer may have.
    static let answerLimit = 4 << 20

    private static func reply(_ result: SandboxedProcess.Result, muchMemory: Int) -> ServerReply {
        let ending: ServerReply.Ending =
            switch (result.stop, result.exit) {
            case (.timeout, _): .timedOut
            case (.replyTooLong, _): .flooded
            case (.asked, .code(let code)), (nil, .code(let code)): .left(code: code)
            case (.asked, .signal(let signal)), (nil, .signal(let signal)): .died(signal: signal)
            }
        return ServerReply(
            ending: ending, usedMuchMemory: result.peakBytes > muchMemory, processorTime: result.processorTime,
            answer: result.stop == .replyTooLong ? result.reply[..<1] : result.reply[...])
    }
}

/// A message on a stream: its length in four bytes, the lowest first, and then itself.
enum Frame {
    static let headerBytes = 4

    static func header(of message: [UInt8]) -> [UInt8] {
        let count = UInt32(message.count)
        return (0..<UInt32(headerBytes)).map { UInt8(truncatingIfNeeded: count >> ($0 * 8)) }
    }

    /// The length that a header says.
    static func length(_ header: some Sequence<UInt8>) -> Int {
        header.reversed().reduce(0) { $0 << 8 | Int($1) }
    }

    /// Reads a message from a descriptor that blocks; nil at the end and for one that is too long.
    static func read(from descriptor: Int32, limit: Int) -> [UInt8]? {
        guard let header = DescriptorBytes.read(headerBytes, from: descriptor) else { return nil }
        let length = length(header)
        return length <= limit ? DescriptorBytes.read(length, from: descriptor) : nil
    }

    /// Writes a message to a descriptor that blocks.
    static func write(_ message: [UInt8], to descriptor: Int32) -> Bool {
        (header(of: message) + message).withUnsafeBytes { DescriptorBytes.write($0, to: descriptor) }
    }
}
