// SPDX-License-Identifier: MIT
public import Scheduling
internal import ScriptEngine
internal import Tracing

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
    /// When the check began, in nanoseconds of the loop's clock.
    var start: UInt64 = 0

    /// Makes both realms and loads what checks need.
    public init(productVersion: String) throws(RuntimeError) {
        var options = RuntimeOptions(output: output, productVersion: productVersion)
        options.clock = .virtual
        options.color = .never
        options.sealedFiles = SealedFiles([])
        options.directory = SealedFiles.root
        options.arguments = ["looplab"]
        options.collector = Self.makeCollector()
        runtime = try Runtime(options)
        conduct = CheckConduct(runtime)
        do throws(Engine.Failure) {
            checksRealm = try runtime.context.makeRealm(isShielded: true)
        } catch {
            throw RuntimeError(error)
        }
        harness = runtime.context.undefined
        output.onFlood = { [unowned self] in conduct.end(.output) }
        try setUp()
    }

    /// Makes everything anew that a check leaves its marks on, but for the realms themselves.
    private func setUp() throws(RuntimeError) {
        harness = try loadHarness()
        conduct = CheckConduct(runtime)
        runtime.conduct = conduct
        report = CheckReport()
        output.clear()
    }

    /// Runs a check that uses a little of everything, and forgets it.
    ///
    /// The engine prepares functions when they are first called, which costs most of what a small check takes. A stage
    /// that is copied for each check has done it before.
    public func rehearse() throws(RuntimeError) {
        let ending = try? run(Self.rehearsal, check: 0)
        guard ending?.hasPassed == true else {
            throw .engine("the rehearsal of the checks failed: \(ending?.message ?? "") \(ending?.details ?? [])")
        }
        runtime.texts = [:]
        runtime.stopRecording()
        try runtime.record(into: Self.makeCollector())
        try setUp()
    }

    private static func makeCollector() -> TraceCollector {
        TraceCollector(level: .full, eventLimit: eventLimit, textLimit: textLimit, eventBudget: .max)
    }

    /// How many events the record of a check keeps, and how many bytes of text: enough for what led to a failure.
    private static let eventLimit = 4_096
    private static let textLimit = 1 << 20

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

    // MARK: The harness

    private func loadHarness() throws(RuntimeError) -> ScriptValue {
        let context = runtime.context
        let binding = context.object(in: checksRealm)
        context.defineIntrospection(on: binding, in: checksRealm)
        context.defineBridge(on: binding, from: checksRealm, to: runtime.realm)
        defineBindings(on: binding)
        guard case .normal(let outpost) = context.call(runtime.hooks.require, [context.string("checks/outpost")]) else {
            throw .engine("the outpost of the checks did not load")
        }
        binding.set("outpost", to: outpost)
        return try runtime.loadBuiltin("checks/harness", in: checksRealm, binding)
    }

    /// Calls one of the harness's functions.
    func call(_ name: String, _ arguments: [ScriptValue]) -> Completion {
        guard let function = harness.property(name) else { return .terminated }
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
