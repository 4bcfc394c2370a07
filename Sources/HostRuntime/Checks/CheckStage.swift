// SPDX-License-Identifier: MIT
public import Scheduling
internal import ScriptEngine
public import Tracing

/// A program's realm and, beside it, the realm of its checks, ready for one check of one submission.
///
/// The two are in different compartments of one engine context: what checks are made of is opaque to the program. The
/// engine must have been started, and the thread must have no other runtime open.
public final class CheckStage {
    /// How one check is run.
    public struct Schedule: Equatable, Sendable {
        /// What to choose where an order or a latency is left open.
        public var plan: ChoicePlan
        /// What may be spent.
        public var budgets: CheckBudgets
        /// How many workers the submission may start.
        public var workers: Int

        /// Describes a run, by default without workers and with the first of all orders.
        public init(plan: ChoicePlan = ChoicePlan(), budgets: CheckBudgets = CheckBudgets(), workers: Int = 0) {
            self.plan = plan
            self.budgets = budgets
            self.workers = workers
        }
    }

    let runtime: Runtime
    let checksRealm: ScriptValue
    let output = CheckOutput()
    private(set) var conduct: CheckConduct
    private(set) var report = CheckReport()
    /// The exports of checks/harness.
    private(set) var harness: ScriptValue
    /// The exports of checks/outpost, which is in the program's realm.
    private var outpost: ScriptValue
    private var builtins: BuiltinCache
    /// When the check began, in nanoseconds of the loop's clock.
    var start: UInt64 = 0
    /// The file that was read last, and its checks; the harness holds their functions.
    var listed: (file: CheckJob.File, checks: [CheckDescription])?

    /// How much of a run is recorded.
    public struct Recording: Equatable, Sendable {
        /// What is recorded.
        public var level: TraceLevel
        /// After how many events the run is stopped.
        public var eventBudget: UInt64
        /// How many bytes of text are kept.
        public var textLimit: Int

        /// Describes a record, by default one of what matters to a check.
        public init(level: TraceLevel = .full, eventBudget: UInt64 = .max, textLimit: Int = 1 << 20) {
            self.level = level
            self.eventBudget = eventBudget
            self.textLimit = textLimit
        }
    }

    private let recording: Recording
    /// What a program's start takes, in nanoseconds: no program of Node ever reads 0 from `performance.now()`, so that
    /// many take 0 for "never".
    private static let startUpTime: UInt64 = 25_000_000

    /// Makes both realms and loads what checks need.
    public init(productVersion: String, recording: Recording = Recording()) throws(RuntimeError) {
        self.recording = recording
        var options = RuntimeOptions(output: output, productVersion: productVersion)
        options.clock = .virtual
        options.color = .never
        options.sealedFiles = SealedFiles([])
        options.directory = SealedFiles.root
        options.arguments = ["looplab"]
        options.collector = Self.makeCollector(recording)
        runtime = try Runtime(options)
        conduct = CheckConduct(runtime)
        do throws(Engine.Failure) {
            checksRealm = try runtime.context.makeRealm(isShielded: true)
        } catch {
            throw RuntimeError(error)
        }
        harness = runtime.context.undefined
        outpost = harness
        builtins = runtime.makeCache(checksRealm, runtime.context.object(in: checksRealm))
        builtins.keepsFunctions = true
        (runtime.loop.clock as? VirtualClock)?.charge(nanoseconds: Self.startUpTime)
        output.onFlood = { [unowned self] in conduct.end(.output) }
        try loadOutpost()
        try setUp()
    }

    private func loadOutpost() throws(RuntimeError) {
        let context = runtime.context
        guard case .normal(let outpost) = context.call(runtime.hooks.require, [context.string("checks/outpost")]) else {
            throw .engine("the outpost of the checks did not load")
        }
        self.outpost = outpost
        context.defineIntrospection(on: builtins.binding, in: checksRealm)
        context.defineBridge(on: builtins.binding, from: checksRealm, to: runtime.realm)
        defineBindings(on: builtins.binding)
        builtins.binding.set("outpost", to: outpost)
    }

    /// Makes everything anew that a check leaves its marks on, but for the realms themselves.
    private func setUp() throws(RuntimeError) {
        builtins.forget(prefix: "checks/")
        harness = try runtime.loadBuiltin("checks/harness", into: builtins)
        listed = nil
        conduct = CheckConduct(runtime)
        runtime.conduct = conduct
        report = CheckReport()
        output.clear()
    }

    /// Runs a check that uses a little of everything, and forgets it.
    ///
    /// The engine prepares functions when they are first called, which costs most of what a small check takes. A stage
    /// that is copied has done it before.
    public func rehearse() throws(RuntimeError) {
        let ending = try? run(Self.rehearsal, check: 0)
        guard ending?.hasPassed == true, try renew() else {
            throw .engine("the rehearsal of the checks failed: \(ending?.message ?? "") \(ending?.details ?? [])")
        }
    }

    /// Makes the stage as it was before it ran anything; false where the run has left something alive.
    private func renew() throws(RuntimeError) -> Bool {
        guard report.isComplete, runtime.ending == nil, !runtime.loop.isAlive, case .normal = call(outpost, "renew", [])
        else { return false }
        (runtime.loop.clock as? VirtualClock)?.rewind(to: start)
        runtime.loop.beginAnew()
        runtime.renewRandomSource()
        runtime.texts = [:]
        runtime.stopRecording()
        try runtime.record(into: Self.makeCollector(recording))
        try setUp()
        return true
    }

    private static func makeCollector(_ recording: Recording) -> TraceCollector {
        TraceCollector(
            level: recording.level, eventLimit: eventLimit, textLimit: recording.textLimit,
            eventBudget: recording.eventBudget)
    }

    /// How many events the record of a check keeps: more than any but a program that means
    /// harm needs, since what is missing cannot be judged.
    private static let eventLimit = 1 << 17

    /// What was recorded of the last run; `name` is what the record calls the submission.
    public func record(name: String) -> Trace {
        runtime.recordSoFar(name: name, source: name) ?? Trace(header: Trace.Header(version: "", program: name))
    }

    /// Gives everything back, and the signal that came meanwhile; nothing can be run afterwards.
    @discardableResult
    public func shutDown() -> Int32? {
        let watchdog = runtime.watchdog
        runtime.shutDown()
        // Behind the end of its thread: a signal that it took is not told of again.
        if case .signal(let signal) = watchdog?.reason { return signal }
        return nil
    }

    /// The loop's watchdog is started by whoever wants one.
    public func watch(_ limits: Watchdog.Limits) {
        runtime.watch(limits)
    }

    // MARK: Calls

    /// Calls one of the harness's functions.
    func call(_ name: String, _ arguments: [ScriptValue]) -> Completion {
        call(harness, name, arguments)
    }

    private func call(_ exports: ScriptValue, _ name: String, _ arguments: [ScriptValue]) -> Completion {
        guard let function = exports.property(name) else { return .terminated }
        return runtime.context.call(function, arguments)
    }
}

@available(*, unavailable)
extension CheckStage: Sendable {}

/// What a check has told about itself, once.
final class CheckReport {
    private(set) var isComplete = false
    private(set) var ending = CheckEnding()

    func take(_ told: CheckEnding) {
        if isComplete { return }
        isComplete = true
        ending = told
    }
}
