// SPDX-License-Identifier: MIT
import CLinux
import EngineTesting
import Glibc
import HostRuntime
import Results
import Testing

@testable import Grading

/// Submissions graded by processes of their own, with everything that a submission may try.
///
/// A sanitizer makes calls of its own all the time, so it cannot live behind the filter.
@Suite(.serialized, .enabled(if: !SanitizerBuild.isActive)) struct GraderPoolTests {
    static let checks = """
        check('gives seven', { points: 10 }, async ({ submission, time, expect }) => {
          await expect(submission.seven()).toResolve(7)
        })
        check('again', { points: 2.5, needs: 'gives seven' }, async ({ submission, expect }) => {
          await expect(submission.seven()).toResolve(7)
        })
        """

    static func job(_ submission: String, checks: String = checks, workers: Int = 0) -> GradingJob {
        let checkJob = CheckJob(
            submission: .init(path: "/exercise/solution.js", text: submission),
            checks: .init(path: "/exercise/checks.js", text: checks), entry: nil)
        return GradingJob(checkJob, workers: workers)
    }

    static func pool(jobs: Int = 1) -> GraderPool {
        var options = GraderPool.Options(productVersion: "0")
        options.executable = BuiltProgram.path
        options.jobs = jobs
        return GraderPool(options)
    }

    /// What comes of one submission, each check in a few words.
    private static func words(of job: GradingJob, in pool: GraderPool) -> [String] {
        let signals = SignalDescriptor([])
        let event = pool.grade(job, signals)
        signals.close()
        guard case .finished(let submissions) = event else { return ["nothing"] }
        return submissions.flatMap { words($0.outcome) }
    }

    private static func words(_ outcome: GradingOutcome) -> [String] {
        switch outcome {
        case .failed(let failure): ["\(failure)"]
        case .appraised(let points): ["worth \(points)"]
        case .graded(let checks):
            checks.map { check in
                switch check.outcome {
                case .passed: "passed"
                case .failed(let failure): "failed: \(failure.message)"
                case .skipped(let needs): "needs \(needs)"
                case .stopped(let reason): reason.name
                case .error(let words): "error: \(words)"
                }
            }
        }
    }

    /// A row: what is submitted, and what comes of the first check.
    struct Attack: Sendable, CustomTestStringConvertible {
        let name: String
        let submission: String
        let result: String
        var testDescription: String { name }
    }

    static let attacks = [
        Attack(name: "none", submission: "exports.seven = async () => 7", result: "passed"),
        Attack(name: "endless loop", submission: "for (;;);", result: "synchronous-loop"),
        Attack(
            name: "endless loop in a getter",
            submission: "Object.defineProperty(exports, 'seven', { get() { for (;;); } })",
            result: "synchronous-loop"),
        Attack(
            name: "catastrophic regular expression",
            submission: "exports.seven = () => /^(a+)+$/.test('a'.repeat(64) + 'b')", result: "synchronous-loop"),
        Attack(
            name: "array bomb", submission: "const a = []; for (;;) a.push(new Array(1e5).fill(7))",
            result: "allocation-bomb"),
        Attack(
            name: "buffer bomb", submission: "const a = []; for (;;) a.push(new Uint8Array(1 << 20).fill(1))",
            result: "allocation-bomb"),
        Attack(
            name: "string bomb",
            submission: "const a = []; for (;;) a.push(('x'.repeat(1 << 20) + a.length).split(''))",
            result: "allocation-bomb"),
        Attack(
            name: "output flood", submission: "exports.seven = async () => { for (;;) console.log('x'.repeat(1e5)) }",
            result: "output-flood"),
        Attack(
            name: "exit", submission: "process.exit(0)", result: "exited-early"),
        Attack(
            name: "exit in a listener",
            submission: "exports.seven = async () => { process.on('exit', () => process.exit(0)); process.exit(0) }",
            result: "exited-early"),
        Attack(
            name: "abort", submission: "exports.seven = async () => { process.abort(); return 7 }",
            result: "exited-early"),
        Attack(
            name: "kill of the server",
            submission: "exports.seven = async () => { process.kill(process.ppid, 'SIGKILL'); return 7 }",
            result: "failed"),
        Attack(
            name: "a worker nobody declared",
            submission: """
                const { Worker } = require('worker_threads')
                exports.seven = () => new Promise(r => new Worker('0', { eval: true }).on('exit', () => r(7)))
                """,
            result: "failed"),
    ]

    @Test(arguments: attacks) func everyAttackGetsWhatItEarns(attack: Attack) {
        let pool = Self.pool()
        defer { pool.close() }
        var job = Self.job(attack.submission)
        if attack.result == "synchronous-loop" { job.budgets.processorTime = 300_000_000 }
        // Without a compiler it takes seconds to fill much memory.
        if attack.result == "allocation-bomb" {
            job.budgets.processorTime = 60_000_000_000
            job.budgets.memoryBytes = 48 << 20
        }
        let words = Self.words(of: job, in: pool).map { $0.hasPrefix("failed: ") ? "failed" : $0 }
        #expect(words == [attack.result, attack.result == "passed" ? "passed" : "needs gives seven"])
        // The same server goes on with whoever comes next.
        #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
    }

    @Test func recursionIsTheSubmissionsOwnError() {
        let pool = Self.pool()
        defer { pool.close() }
        let words = Self.words(of: Self.job("exports.seven = async () => exports.seven()"), in: pool)
        #expect(words.first?.hasPrefix("failed: ") == true, "\(words)")
    }

    @Test(arguments: [
        "require('fs').readFileSync('/etc/passwd', 'utf8')", "require('fs').writeFileSync('/tmp/looplab-escape', 'x')",
        "require('fs').readdirSync('/etc')", "require('fs').readFileSync('/proc/self/environ')",
        "require('/exercise/other.js')",
    ])
    func noFileIsThere(expression: String) {
        let pool = Self.pool()
        defer { pool.close() }
        let submission = "exports.seven = async () => { try { \(expression); return 1 } catch { return 7 } }"
        let words = Self.words(of: Self.job(submission), in: pool)
        // What opens a file is refused, and what would change or list something is the end.
        #expect(words == ["passed", "passed"] || words == ["forbidden-call", "needs gives seven"], "\(words)")
        #expect(access("/tmp/looplab-escape", F_OK) != 0)
    }

    @Test(arguments: [
        "let a; for (let i = 0; i < 1e6; i += 1) a = { a: i % 1000 ? a : null, i: [i] }",
        "for (let n = 0; n < 3; n += 1) { const a = []; for (let i = 0; i < 2e5; i += 1) a.push({ i, s: 'x' + i }) }",
        "for (let i = 0; i < 400; i += 1) new Uint8Array(1 << 21).set(new Uint8Array(1 << 20), 1 << 20)",
        "let n = 0; for (let i = 0; i < 2000; i += 1) n += ('ab'.repeat(1 << 17) + i).indexOf('z')",
        "const w = new WeakMap(); for (let i = 0; i < 2e5; i += 1) w.set({}, [i])",
        "for (let i = 0; i < 9; i += 1) structuredClone({ a: Array.from({ length: 2e4 }, (_, i) => ({ i })) })",
        "for (let i = 0; i < 200; i += 1) new Function('var z = 1;'.repeat(2000) + 'return z')()",
        "for (let i = 0; i < 2e4; i += 1) /(\\w+)\\s(\\w+)/.exec('hello world ' + i)",
        "for (let i = 0; i < 99; i += 1) (i * 1e3).toLocaleString('de') + new Date(i).toLocaleString('en-GB')",
    ])
    func garbageIsCollectedWithoutThreads(program: String) {
        let pool = Self.pool()
        defer { pool.close() }
        var job = Self.job("exports.seven = async () => { \(program); return 7 }")
        job.budgets.processorTime = 60_000_000_000
        #expect(Self.words(of: job, in: pool) == ["passed", "passed"])
    }

    @Test func noCheckSeesWhatAnotherOneLeft() {
        let pool = Self.pool()
        defer { pool.close() }
        let submission = """
            globalThis.count = (globalThis.count ?? 0) + 1
            Array.prototype.seen = true
            exports.seven = async () => globalThis.count === 1 ? 7 : 8
            """
        #expect(Self.words(of: Self.job(submission), in: pool) == ["passed", "passed"])
        #expect(
            Self.words(of: Self.job("exports.seven = async () => [].seen ? 8 : 7"), in: pool) == ["passed", "passed"])
    }

    @Test func workersRunWhereTheyAreDeclared() {
        let pool = Self.pool()
        defer { pool.close() }
        let submission = """
            const { Worker } = require('worker_threads')
            exports.seven = () => new Promise((resolve, reject) => {
              const worker = new Worker("require('worker_threads').parentPort.postMessage(7)", { eval: true })
              worker.on('message', resolve)
              worker.on('error', reject)
            })
            """
        #expect(Self.words(of: Self.job(submission, workers: 1), in: pool) == ["passed", "passed"])
    }

    @Test func localTimesAreThoseOfNoMachine() {
        let pool = Self.pool()
        defer { pool.close() }
        let submission = """
            exports.seven = async () => new Date(0).toString() + new Date(0).toLocaleString() + (1e5).toLocaleString()
              + require('crypto').createHash('sha256').update('x').digest('hex').slice(0, 8)
            """
        let checks = """
            check('same', async ({ submission, expect }) => {
              await expect(submission.seven()).toResolve(
                'Thu Jan 01 1970 00:00:00 GMT+0000 (Coordinated Universal Time)1/1/1970, 12:00:00 AM100,0002d711642')
            })
            """
        #expect(Self.words(of: Self.job(submission, checks: checks), in: pool) == ["passed"])
    }

    @Test func whatIsOnlyAppraisedIsNotRun() {
        let pool = Self.pool()
        defer { pool.close() }
        var job = Self.job("for (;;);")
        job.isOnlyAppraised = true
        #expect(Self.words(of: job, in: pool) == ["worth \(Points(thousandths: 12_500))"])
    }

    @Test func aFileOfChecksThatIsWrongIsNamed() {
        let pool = Self.pool()
        defer { pool.close() }
        let none = Self.words(of: Self.job("0", checks: "// none"), in: pool)
        #expect(none == ["noChecks(path: \"/exercise/checks.js\")"])
        let words = Self.words(of: Self.job("0", checks: "syntax error"), in: pool)
        #expect(words.first?.contains("message: \"/exercise/checks.js:1:") == true, "\(words)")
        var endless = Self.job("0", checks: "for (;;);")
        endless.budgets.processorTime = 200_000_000
        let stopped = Self.words(of: endless, in: pool)
        #expect(stopped.first?.contains("it was stopped before it had named its checks") == true, "\(stopped)")
    }

    // MARK: - Processes that die

    @Test func aServerThatDiesIsReplaced() throws {
        let pool = Self.pool()
        defer { pool.close() }
        #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
        let first = try #require(pool.processes.first)
        kill(first, SIGKILL)
        #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
        #expect(pool.processes.first != first)
    }

    @Test func whoHasReadTheChecksIsReplacedToo() throws {
        let pool = Self.pool()
        defer { pool.close() }
        #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
        let server = try #require(pool.processes.first)
        let reader = try #require(Self.child(of: server))
        kill(reader, SIGKILL)
        #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
        #expect(pool.processes.first != server)
        #expect(try #require(pool.processes.first.flatMap(Self.child)) != reader)
    }

    @Test func theHarnessAndTheSearchKnowTheSameLimit() {
        let pool = Self.pool()
        defer { pool.close() }
        let checks = { (orders: Int) in "check('any order', { anyOrder: \(orders) }, async () => {})" }
        #expect(Self.words(of: Self.job("0", checks: checks(ScheduleSearch.limit)), in: pool) == ["passed"])
        let words = Self.words(of: Self.job("0", checks: checks(ScheduleSearch.limit + 1)), in: pool)
        #expect(words.first?.contains("2 to \(ScheduleSearch.limit)") == true, "\(words)")
    }

    /// Each file of checks is read by a process of its own, which hands over to the next.
    @Test func checksOfSeveralFilesComeInTurn() throws {
        let pool = Self.pool()
        defer { pool.close() }
        let other = """
            globalThis.reads = (globalThis.reads ?? 0) + 1
            check('reads once', async ({ submission, expect }) => {
              expect(globalThis.reads).toBe(1)
              expect(submission.eight).toBe(8)
            })
            """
        var originals: Set<pid_t> = []
        for _ in 0..<3 {
            #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
            originals.insert(try #require(pool.processes.first.flatMap(Self.child)))
            for _ in 0..<2 {
                #expect(Self.words(of: Self.job("exports.eight = 8", checks: other), in: pool) == ["passed"])
                originals.insert(try #require(pool.processes.first.flatMap(Self.child)))
            }
        }
        #expect(originals.count == 6)
    }

    @Test func aServerThatCannotStartIsAFailure() {
        var options = GraderPool.Options(productVersion: "0")
        options.executable = "/bin/false"
        let pool = GraderPool(options)
        defer { pool.close() }
        #expect(Self.words(of: Self.job("0"), in: pool) == ["serverDied"])
        options.executable = "/no/such/file"
        let other = GraderPool(options)
        defer { other.close() }
        #expect(Self.words(of: Self.job("0"), in: other) == ["noProcess(errno: 2)"])
    }

    @Test func aCheckThatIsKilledHasCrashed() throws {
        let pool = Self.pool()
        defer { pool.close() }
        #expect(Self.words(of: Self.job("exports.seven = async () => 7"), in: pool) == ["passed", "passed"])
        // The server's child has read the checks and waits for more of them; its own child runs this one, which loops
        // long enough to be found.
        let original = try #require(pool.processes.first.flatMap(Self.child))
        let signals = SignalDescriptor([])
        pool.submit(Self.job("for (;;);"), token: 0)
        var child: pid_t?
        while child == nil { child = Self.child(of: original) }
        if let child { kill(child, SIGKILL) }
        let event = pool.wait(signals)
        signals.close()
        guard case .finished(let submissions) = event else {
            Issue.record("\(event)")
            return
        }
        let words = submissions.flatMap { Self.words($0.outcome) }
        // Found before it was ready, it has not begun; a copy is confined in a fraction of a millisecond.
        #expect(words.first == "crashed" || words.first?.hasPrefix("error") == true, "\(words)")
    }

    /// The oldest process that a process has started and not waited for.
    private static func child(of process: pid_t) -> pid_t? {
        children(of: process).first
    }

    private static func children(of process: pid_t) -> [pid_t] {
        guard let file = fopen("/proc/\(process)/task/\(process)/children", "r") else { return [] }
        defer { fclose(file) }
        var line = [CChar](repeating: 0, count: 4_096)
        guard fgets(&line, Int32(line.count), file) != nil else { return [] }
        return String(decoding: line.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
            .split { !$0.isNumber }.compactMap { pid_t($0) }
    }

    // MARK: - Many

    @Test func manySubmissionsComeBackAndLeaveNothing() throws {
        let pool = Self.pool(jobs: 2)
        let signals = SignalDescriptor([])
        pool.prepare()
        let open = Self.openDescriptors()
        var given = 0
        var tokens: [Int] = []
        while true {
            while given < 100 && pool.hasRoom {
                // One in ten takes longer than those around it.
                pool.submit(Self.job(given % 10 == 0 ? Self.slow : "exports.seven = async () => 7"), token: given)
                given += 1
            }
            guard case .finished(let submissions) = pool.wait(signals) else { break }
            tokens += submissions.map(\.token)
            #expect(submissions.allSatisfy { Self.words($0.outcome) == ["passed", "passed"] })
        }
        signals.close()
        // In any order: what has finished is not kept back.
        #expect(tokens.sorted() == Array(0..<100))
        #expect(Self.openDescriptors() == open)
        for server in pool.processes {
            // At most the one that has read the checks and waits to be asked again.
            #expect(Self.children(of: server).count <= 1)
        }
        let servers = pool.processes
        pool.close()
        for server in servers { #expect(kill(server, 0) != 0) }
        #expect(Self.openDescriptors() == open - 2)
    }

    private static let slow = "for (let n = 0; n < 3e5; n += 1); exports.seven = async () => 7"

    // Those of this suite alone cannot be told from those of others that run beside it; sockets are this suite's.
    private static func openDescriptors() -> Int {
        (0..<Int32(1_024)).count { descriptor in
            var kind: Int32 = 0
            var size = socklen_t(MemoryLayout<Int32>.size)
            return getsockopt(descriptor, SOL_SOCKET, SO_TYPE, &kind, &size) == 0
        }
    }

    @Test func aSignalEndsAWait() {
        let pool = Self.pool()
        let signals = SignalDescriptor([SIGUSR1])
        pool.submit(Self.job("for (;;);"), token: 0)
        pthread_kill(pthread_self(), SIGUSR1)
        let first = pool.wait(signals)
        pool.close()
        let second = pool.wait(signals)
        signals.close()
        #expect(first == .signal(SIGUSR1))
        #expect(second == .idle)
    }

    @Test func aProcessWithThreadsIsNotCopied() {
        // Tests run on many threads.
        #expect(lls_thread_count() > 1 && lls_fork() == LLS_NOT_ALONE)
    }
}
