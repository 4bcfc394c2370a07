// SPDX-License-Identifier: MIT
internal import CLinux
internal import Glibc
internal import HostRuntime

/// A process of which others are copies: it hands each a task and tells what became of it.
struct CheckOriginal {
    private let process: CheckProcess
    private let residentBytes = MemoryGauge.residentBytes

    /// Takes what runs in a copy.
    init(_ process: CheckProcess) {
        self.process = process
    }

    /// Does a task in a copy and answers on standard input; false when nobody listens.
    func perform(_ task: CheckTask) -> Bool {
        var reply = ServerReply(ending: .neverBegan(errno: 0))
        do throws(SandboxedProcess.Failure) {
            let child = try SandboxedProcess.copy { process.run(task, answerOn: $0) }
            let result = child.exchange(
                [], replyLimit: Self.answerLimit, nanoseconds: task.schedule.budgets.realTime, stop: STDIN_FILENO)
            reply = ServerReply(result, muchMemory: residentBytes + task.schedule.budgets.memoryBytes / 2)
        } catch {
            reply.ending = .neverBegan(errno: error.errno)
        }
        return Frame.write(reply.bytes, to: STDIN_FILENO)
    }

    /// The most bytes that an answer may have.
    static let answerLimit = 4 << 20
}

// MARK: - One that has read a file of checks

extension CheckOriginal {
    /// How the time of an original ended that had read a file of checks.
    enum Substitution {
        /// It has ended as it should; the message that it did not understand itself, nil where none came any more.
        case handedBack([UInt8]?)
        /// It died.
        case died
    }

    /// Lets a copy of this process read the checks of a task, and then serve in this one's stead as long as the same
    /// checks are to be run.
    ///
    /// The copy is as trusted as this process: the checks are the course's, and nothing of a submission is read in it.
    static func stand(in stage: CheckStage, _ filters: CheckProcess.Filters, first: CheckTask) -> Substitution {
        var ends: [Int32] = [-1, -1]
        guard pipe2(&ends, O_CLOEXEC) == 0 else { return .died }
        let server = getpid()
        let copy = lls_fork()
        if copy == 0 {
            // In place of standard output, where its own copies have their answer: none of them can write to it.
            guard lls_die_with_parent(SIGKILL) == 0, getppid() == server, dup2(ends[1], STDOUT_FILENO) >= 0,
                close(ends[0]) == 0, close(ends[1]) == 0
            else { _exit(1) }
            let rest = serve(stage, filters, first)
            _exit((rest.map { Frame.write($0, to: STDOUT_FILENO) } ?? true) ? 0 : 1)
        }
        close(ends[1])
        defer { close(ends[0]) }
        guard copy > 0 else { return .died }
        let rest = Frame.read(from: ends[0], limit: GradingServer.taskLimit)
        var status: Int32 = 0
        while waitpid(copy, &status, 0) < 0 && errno == EINTR {}
        return status == 0 ? .handedBack(rest) : .died
    }

    /// Serves until other checks are wanted; gives the message that says so, nil at the end of all.
    private static func serve(_ stage: CheckStage, _ filters: CheckProcess.Filters, _ first: CheckTask) -> [UInt8]? {
        // The file has been read within all limits when its checks were named. Here it has nothing but time.
        alarm(UInt32(clamping: first.schedule.budgets.realTime / 1_000_000_000))
        _ = try? stage.list(first.job.checks)
        alarm(0)
        let original = CheckOriginal(CheckProcess(stage: stage, filters: filters, server: getpid()))
        var task = first
        while original.perform(task) {
            guard let bytes = Frame.read(from: STDIN_FILENO, limit: GradingServer.taskLimit) else { return nil }
            guard let next = try? CheckTask(bytes[...]), next.index != nil, next.job.checks == first.job.checks else {
                return bytes
            }
            task = next
        }
        return nil
    }
}

extension ServerReply {
    /// What a copy did, seen from outside; from `muchMemory` bytes on it has come close to its limit.
    fileprivate init(_ result: SandboxedProcess.Result, muchMemory: Int) {
        ending =
            switch (result.stop, result.exit) {
            case (.timeout, _): .timedOut
            case (.replyTooLong, _): .flooded
            case (.asked, .code(let code)), (nil, .code(let code)): .left(code: code)
            case (.asked, .signal(let signal)), (nil, .signal(let signal)): .died(signal: signal)
            }
        usedMuchMemory = result.peakBytes > muchMemory
        processorTime = result.processorTime
        answer = result.stop == .replyTooLong ? result.reply[..<1] : result.reply[...]
    }
}
