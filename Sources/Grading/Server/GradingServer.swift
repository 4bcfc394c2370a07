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
            return serve(stage, filters).rawValue
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

    // Checks are named in a process that is a copy of this one. To run them there is a second original: it has read
    // their file, which each of its copies would have to do, and takes this one's place until other checks are wanted.
    private static func serve(_ stage: CheckStage, _ filters: CheckProcess.Filters) -> SandboxExit {
        let original = CheckOriginal(CheckProcess(stage: stage, filters: filters, server: getpid()))
        var next = Frame.read(from: STDIN_FILENO, limit: taskLimit)
        while let bytes = next {
            guard let task = try? CheckTask(bytes[...]) else { return .badJob }
            if task.index == nil {
                guard original.perform(task) else { break }
                next = Frame.read(from: STDIN_FILENO, limit: taskLimit)
            } else {
                switch CheckOriginal.stand(in: stage, filters, first: task) {
                case .handedBack(let task): next = task
                case .died: return .noResult
                }
            }
        }
        return .ended
    }
}
