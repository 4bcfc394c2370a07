// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Results

/// Grades submissions in processes of their own, several at a time, from one thread that starts no other.
///
/// Each of its servers runs one submission's checks, one after the other, each in a process that is a pristine copy. A
/// server that dies is replaced, and its submission's check run again. Make the pool before anything that starts
/// threads or the engine: then servers are copies of this process, which costs least.
public final class GraderPool: SubmissionGrading {
    /// Choices of a pool.
    public struct Options: Sendable {
        /// How many submissions are graded at a time; at least one.
        public var jobs = 1
        /// The version of the program that embeds this.
        public var productVersion: String
        /// Where the engine keeps its self-hosted code in parsed form; nil for nowhere.
        public var cacheDirectory: String?
        /// What is started with ``GradingServer/word`` where this process cannot be copied: by default itself.
        public var executable = "/proc/self/exe"

        /// Makes the choices for one submission at a time.
        public init(productVersion: String) {
            self.productVersion = productVersion
        }
    }

    private struct Submission {
        let token: Int
        let job: GradingJob
    }

    private struct Lane {
        var server: ServerProcess?
        var work: (submission: Submission, run: SubmissionRun)?
        /// How many servers in a row have died over one task.
        var deaths = 0
    }

    private let options: Options
    private var lanes: [Lane]
    private var waiting: [Submission] = []
    /// What has finished and was not taken.
    private var finished: [GradedSubmission] = []
    /// How many submissions were handed over, and how many of them were given back.
    private var submittedCount = 0
    private var givenCount = 0
    private var retainedBytes = 0
    private var lists = ChecksCache()

    /// Makes a pool; its processes start with the first submissions.
    public init(_ options: Options) {
        self.options = options
        lanes = Array(repeating: Lane(), count: max(1, options.jobs))
    }

    deinit {
        for lane in lanes { _ = lane.server?.end() }
    }

    /// Starts a server for each submission that may be graded at a time, while this process can still be copied.
    ///
    /// Without it each starts when it is first needed. One that does not start is tried again then.
    public func prepare() {
        for index in lanes.indices { _ = startServer(index) }
    }

    // A class has a few submissions that take thousands of times longer than the others. The window lets the others go
    // on meanwhile, and the bytes keep it from holding much.
    private static let window = 512
    private static let retainedLimit = 32 << 20

    /// Whether another submission may be handed over now; each that waits or has not been taken counts.
    public var hasRoom: Bool {
        submittedCount - givenCount < Self.window && retainedBytes < Self.retainedLimit
    }

    /// Hands over a submission; the token is given back with what came of it.
    public func submit(_ job: GradingJob, token: Int) {
        waiting.append(Submission(token: token, job: job))
        submittedCount += 1
        retainedBytes += Self.size(of: job)
        fillLanes()
    }

    /// Waits until a submission has been graded, or a signal comes.
    public func wait(_ signals: borrowing SignalDescriptor) -> GradingEvent {
        while true {
            let ready = takeFinished()
            if !ready.isEmpty { return .finished(ready) }
            if givenCount == submittedCount { return .idle }
            var requests = lanes.map { lane in
                let events = POLLIN | (lane.server?.hasOutgoing == true ? POLLOUT : 0)
                return pollfd(fd: lane.server?.descriptor ?? -1, events: Int16(events), revents: 0)
            }
            requests.append(pollfd(fd: signals.descriptor, events: Int16(POLLIN), revents: 0))
            if poll(&requests, nfds_t(requests.count), -1) < 0 { continue }
            if requests[lanes.count].revents != 0, let signal = signals.take() { return .signal(signal) }
            for index in lanes.indices where requests[index].revents != 0 { hear(index) }
            fillLanes()
        }
    }

    /// Ends all processes and waits for their end; what has not finished is given up.
    public func close() {
        for index in lanes.indices {
            _ = lanes[index].server?.end()
            lanes[index] = Lane()
        }
        waiting = []
        finished = []
        givenCount = submittedCount
        retainedBytes = 0
    }

    /// The servers that there are.
    var processes: [pid_t] { lanes.compactMap { $0.server?.process } }

    // MARK: - Lanes

    private func fillLanes() {
        // One that needs no process has finished at once, and leaves its lane to the next.
        while !waiting.isEmpty, let index = lanes.firstIndex(where: { $0.work == nil }) {
            let submission = waiting.removeFirst()
            lanes[index].work = (submission, SubmissionRun(submission.job, lists[submission.job.checks]))
            proceed(index)
        }
    }

    /// Gives the lane's server the next task of its submission, or ends the submission.
    private func proceed(_ index: Int) {
        guard let work = lanes[index].work else { return }
        if let outcome = work.run.outcome {
            lanes[index].work = nil
            return finish(work.submission, outcome)
        }
        guard let task = work.run.task else { return }
        if let failure = startServer(index) {
            lanes[index].work?.run.fail(failure)
            return proceed(index)
        }
        lanes[index].server?.send(task)
    }

    private func hear(_ index: Int) {
        guard let server = lanes[index].server else { return }
        server.flush()
        switch server.receive() {
        case .nothing: break
        case .lost: lose(index)
        case .reply(let reply):
            lanes[index].deaths = 0
            guard var work = lanes[index].work else { return lose(index) }
            let wereListed = work.run.checks != nil
            work.run.take(reply)
            if !wereListed, let checks = work.run.checks { lists[work.submission.job.checks] = checks }
            lanes[index].work = work
            proceed(index)
        }
    }

    private static let deathLimit = 3

    /// Replaces a server that died; its task is given to the next one, a few times.
    private func lose(_ index: Int) {
        let code = lanes[index].server?.end()
        lanes[index].server = nil
        lanes[index].deaths += 1
        guard lanes[index].work != nil else { return }
        switch code ?? nil {
        case SandboxExit.noEngine.rawValue: lanes[index].work?.run.fail(.noEngine)
        case SandboxExit.notConfined.rawValue: lanes[index].work?.run.fail(.notConfined)
        default:
            if lanes[index].deaths >= Self.deathLimit {
                lanes[index].work?.run.fail(.serverDied)
                lanes[index].deaths = 0
            }
        }
        proceed(index)
    }

    private func startServer(_ index: Int) -> GradingFailure? {
        if lanes[index].server != nil { return nil }
        let server = GradingServer.Options(
            productVersion: options.productVersion, cacheDirectory: options.cacheDirectory)
        do throws(SandboxedProcess.Failure) {
            lanes[index].server = try ServerProcess(server, executable: options.executable)
            return nil
        } catch {
            return .noProcess(errno: error.errno)
        }
    }

    // MARK: - Outcomes

    private func finish(_ submission: Submission, _ outcome: GradingOutcome) {
        retainedBytes += Self.size(of: outcome) - Self.size(of: submission.job)
        finished.append(GradedSubmission(token: submission.token, outcome: outcome))
    }

    private func takeFinished() -> [GradedSubmission] {
        let taken = finished
        finished = []
        givenCount += taken.count
        retainedBytes -= taken.reduce(0) { $0 + Self.size(of: $1.outcome) }
        return taken
    }

    // The texts of the checks are one and the same for a whole class.
    private static func size(of job: GradingJob) -> Int { job.checks.submission.text.utf8.count }

    private static func size(of outcome: GradingOutcome) -> Int {
        guard case .graded(let checks) = outcome else { return 0 }
        return checks.reduce(0) { $0 + $1.output.utf8.count + $1.timeline.reduce(0) { $0 + $1.utf8.count } }
    }
}

@available(*, unavailable)
extension GraderPool: Sendable {}

extension SubmissionGrading {
    /// Grades one submission and waits for it; nothing else may be under way.
    public func grade(_ job: GradingJob, _ signals: borrowing SignalDescriptor) -> GradingEvent {
        submit(job, token: 0)
        return wait(signals)
    }
}

/// The checks of files that were listed before.
private struct ChecksCache {
    private struct Key: Hashable {
        let checks: CheckJob.File
        let entry: String?

        // Not the text, which is long and differs where the path does.
        func hash(into hasher: inout Hasher) {
            hasher.combine(checks.path)
        }
    }

    private var lists: [Key: [CheckDescription]] = [:]

    subscript(_ job: CheckJob) -> [CheckDescription]? {
        get { lists[Key(checks: job.checks, entry: job.entry)] }
        set { lists[Key(checks: job.checks, entry: job.entry)] = newValue }
    }
}
