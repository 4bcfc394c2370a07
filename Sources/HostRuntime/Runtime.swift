// SPDX-License-Identifier: MIT
internal import Glibc
public import Scheduling
public import ScriptEngine
internal import Tracing

/// A JavaScript program on an event loop: one realm, one loop, and the host APIs between them.
///
/// A callback's way is short: a builtin file takes it (`setTimeout` in internal/timers.js), a binding puts it into a
/// queue (`TimerBindings`), the loop takes it out (`EventLoop.oneTurn`), `run(_:)` calls it, and what it prints leaves
/// through `write`. Confined to the thread that made it.
public final class Runtime {
    /// The loop that serves the program.
    public let loop: EventLoop
    /// The choices made at the start.
    public internal(set) var options: RuntimeOptions
    /// The global object.
    public let realm: ScriptValue
    /// The engine's context.
    public let context: ScriptContext
    /// Why the program must end, once something has decided that.
    public internal(set) var ending: RunEnding?

    /// Whether the last stop ended a script that was running.
    public internal(set) var wasScriptTerminated = false

    /// Whether the prompt shows the result of an input: that is printed by no code of the program, and not recorded.
    var isShowingResult = false

    let clock: any LoopClock
    /// Which thread of which program this is.
    let role: ThreadRole
    /// What this thread shares with the others of the program.
    var program: SharedProgram { role.program }
    let environment: Environment
    let host: EngineHost
    var hooks: RuntimeHooks
    /// The bootstrap's `runTimer`, by number: timers fire too often to count references.
    var runTimer: UInt32 = 0
    var closures = ClosureTable()
    var hasRejections = false
    lazy var modules = ModuleLoader(runtime: self)
    lazy var ports = PortTable(runtime: self)
    lazy var workers = WorkerTable(runtime: self)
    let promiseWaiters = PromiseWaiters()
    lazy var randomSource = makeRandomSource()
    /// Whether inputs come from a prompt, where errors are shown and survived.
    var isPrompt = false
    /// Where waiting callbacks were queued, by kind and handle.
    var places: [UInt64: String] = [:]
    var input: InputReader?
    /// What tells a worker that its input goes on.
    var workerInput: AsyncHandle?
    /// What the program has open.
    let descriptors: OpenDescriptors
    /// The layout of the document, in the browser profile.
    var layout = PageLayout()
    /// The longest task so far and where it came from, in the browser profile.
    var longestTask: (nanoseconds: UInt64, place: String) = (0, "")
    /// Where the task that is running was queued.
    var runningPlace = ""
    /// What `insideScript` runs next.
    var pendingBody: (() -> Void)?
    /// Text that came from no file, by the name that errors show.
    var texts: [String: String] = [:]
    /// Records the run; nil where nobody wants that.
    var recorder: TraceRecorder?
    /// Hears what the engine tells of the program, where the record holds promises and places.
    var execution: ExecutionRecorder? {
        didSet { noteWhatWatchesJobs() }
    }
    /// The misconceptions' own reading of source text; nil where text runs as it is.
    var rewriteText: ScriptValue?
    /// Whether jobs that go on with a chain run right after the one before them, which is wrong.
    var keepsChainsTogether = false {
        didSet { noteWhatWatchesJobs() }
    }
    /// Watches how a submission behaves that is being checked; nil for a program that runs by itself.
    var conduct: CheckConduct? {
        didSet { noteWhatWatchesJobs() }
    }
    /// How many workers a program may start whose files are sealed.
    var allowedWorkers = 0
    /// Whether anything but the queue wants to know of a promise job: one plain load for each.
    private(set) var watchesJobs = false
    /// Watches limits and signals while a program runs.
    public private(set) var watchdog: Watchdog?

    private func makeRandomSource() -> RandomSource {
        RandomSource(clock.kind, seed: options.seed, thread: role.number)
    }

    /// Lets random bytes begin from the beginning.
    func renewRandomSource() { randomSource = makeRandomSource() }

    private func noteWhatWatchesJobs() {
        watchesJobs = execution != nil || keepsChainsTogether || conduct != nil
    }

    /// Starts the runtime of a program's main thread: engine context, realm, loop, and the globals of the profile.
    public convenience init(_ options: RuntimeOptions) throws(RuntimeError) {
        let poolSize = options.environment.last { $0.name == "UV_THREADPOOL_SIZE" }?.value
        let program = SharedProgram(clock: options.clock, poolSize: poolSize)
        let place: TimelinePlace?
        do throws(SchedulingError) {
            place = try program.timeline?.join(0, at: 0)
        } catch {
            throw .noDescriptor(error)
        }
        try self.init(options, role: ThreadRole(program: program, number: 0, place: place, start: 0, worker: nil))
    }

    /// Starts the runtime of one thread of a program.
    init(_ options: RuntimeOptions, role: ThreadRole) throws(RuntimeError) {
        self.options = options
        self.role = role
        environment = role.worker?.start.environment ?? Environment(options.environment)
        clock = options.clock == .virtual ? VirtualClock(at: role.start) : SystemClock()
        host = EngineHost()
        do throws(SchedulingError) {
            loop = try EventLoop(
                clock: clock, profile: options.profile, poller: Poller(),
                policy: ChoicePolicy(options.choicePlan ?? ChoicePlan(seed: options.seed)),
                threadNumber: role.number, place: role.place)
        } catch {
            throw .noDescriptor(error)
        }
        descriptors = OpenDescriptors(loop.inbox, sealed: options.sealedFiles)
        do throws(Engine.Failure) {
            var contextOptions = ScriptContext.Options(
                heapBytes: options.heapBytes, stackBytes: MemoryGauge.stackBytes,
                keepsAsyncStacks: options.keepsAsyncStacks)
            contextOptions.parent = role.number > 0 ? role.program.mainContext : SharedCode.context
            contextOptions.countsMalloc = role.number > 0
            contextOptions.canBlock = options.clock == .system
            context = try ScriptContext(contextOptions, host: host)
            realm = try context.makeRealm()
        } catch {
            throw RuntimeError(error)
        }
        if role.number == 0 { role.program.setMainContext(context.reference) }
        hooks = RuntimeHooks(context.undefined)
        host.runtime = self
        loop.runner = self
        if options.clock == .virtual { context.useHostClockForDate() }
        try bootstrap()
        if let misconception = options.misconception { try follow(misconception) }
        if let collector = options.collector { try startRecording(collector) }
    }

    /// Starts to watch limits and signals; `onSignal` runs on another thread.
    public func watch(
        _ limits: Watchdog.Limits, onSignal: @escaping @Sendable (Int32, Int) -> Void = { _, _ in }
    ) {
        watchdog = Watchdog(limits, interrupter: context.interrupter, inbox: loop.inbox, onSignal: onSignal)
    }

    /// Gives everything back: queues, values, realm, engine context.
    ///
    /// The runtime cannot be used afterwards.
    public func shutDown() {
        watchdog?.stop()
        watchdog = nil
        workers.stopAll()
        endRecording()
        ports.closeAll()
        program.waiters.removeAll(of: role.number)
        loop.discardAll()
        descriptors.shutDown()
        if role.number == 0 { program.shutDown() }
        modules.removeAll()
        input = nil
        rewriteText = nil
        context.close()
    }

    // MARK: Running

    /// Runs code as the program's entry, then the loop until nothing is left, then the 'exit' listeners.
    public func run(_ entry: Entry) -> RunEnding {
        insideScript { runToEnd(entry) }
    }

    /// Runs Swift from a JavaScript frame at the bottom of the stack.
    ///
    /// The engine reads the clock twice around every outermost entry into script; inside this frame no entry is the
    /// outermost, which saves a fifth of the cost of a promise job.
    public func insideScript<Result>(_ body: () -> Result) -> Result {
        withoutActuallyEscaping(body) { body in
            var result: Result?
            pendingBody = { result = body() }
            _ = context.call(hooks.enter, [])
            return result.unsafelyUnwrapped
        }
    }

    private func runToEnd(_ entry: Entry) -> RunEnding {
        let start = closures.add { [self] in self.start(entry) }
        if loop.profile == .browser {
            loop.runScriptTask(start)
        } else if loop.runScript(start) != .stop {
            loop.runCheckpoint()
        }
        runToIdle()
        return finish()
    }

    // 'beforeExit' may queue more work; then the loop goes on (Node: SpinEventLoop in src/api/embed_helpers.cc).
    func runToIdle() {
        while ending == nil {
            switch loop.run() {
            case .stopped: noteStop()
            case .clockExhausted: ending = .clockExhausted
            // A page and its workers that all wait for each other: nothing can happen any more.
            case .stuck where loop.profile == .browser: return
            case .stuck: ending = .stuck
            case .idle, .satisfied:
                afterEmptyLoop { perform(hooks.emitBeforeExit) }
                if ending == nil && !loop.isAlive { return }
            }
        }
    }

    func finish() -> RunEnding {
        if ending == nil {
            // A page may wait for ever.
            let isUnsettled = loop.profile == .node && modules.entryIsUnsettled
            let fallback: Double = isUnsettled ? 13 : 0
            if isUnsettled { modules.reportUnsettledEntry() }
            let code = afterEmptyLoop { context.call(hooks.emitExit, [context.number(fallback)]) }
            switch code {
            case .normal(let value):
                // What the listeners queued: promise jobs still run, ticks and tasks do not.
                loop.runMicrotasks()
                ending = ending ?? .exited(code: Int32(truncatingIfNeeded: Int(value.number)))
            case .thrown(let error): _ = handleUncaught(error)
            case .terminated: noteStop()
            }
        }
        let failure = options.output.flush()
        if failure != 0 { ending = .outputFailed(errno: failure) }
        let final = ending ?? .exited(code: 0)
        recordEnd(final)
        return final
    }

    /// Calls a function of the program as a task of its own, with a checkpoint after it.
    func perform(_ function: ScriptValue) {
        let handle = closures.add { [self] in outcome(context.call(function, []).ending) }
        if loop.runScript(handle) != .stop { loop.runCheckpoint() }
    }

    /// Asks the watchdog why the loop was stopped.
    func noteStop() {
        guard ending == nil else { return }
        switch watchdog?.reason {
        case .timeout: ending = .timedOut
        case .memory: ending = .heapLimit(bytes: options.heapBytes)
        case .signal(let signal): ending = signal == SIGINT ? .interrupted : .signalled(signal)
        case nil: ending = .interrupted
        }
    }

    /// Forgets why the program was stopped, so that a prompt can go on.
    ///
    /// Ticks and microtasks that were waiting are dropped: an endless chain of them would go on where it was stopped.
    public func resume() {
        if ending != nil { loop.discardTicksAndMicrotasks() }
        ending = nil
        wasScriptTerminated = false
        loop.acknowledgeStop()
        watchdog?.clear()
    }

    // MARK: Output

    /// Writes to one of the program's streams; a failure of standard output ends the program.
    ///
    /// A standard error that is closed or full has nobody to tell it to, and the program goes on.
    func write(_ bytes: UnsafeRawBufferPointer, to stream: StandardStream) {
        // What a worker writes is printed by the thread that started it.
        if let recorder, role.worker == nil { recordOutput(bytes, stream, recorder) }
        let failure = options.output.write(bytes, to: stream)
        if failure != 0 && stream == .output && ending == nil { ending = .outputFailed(errno: failure) }
    }
}

@available(*, unavailable)
extension Runtime: Sendable {}

extension RuntimeError {
    init(_ failure: Engine.Failure) {
        switch failure {
        case .initialization(let text): self = .engine(text)
        case .outOfMemory: self = .outOfMemory
        }
    }
}

extension Completion {
    var ending: Ending {
        switch self {
        case .normal: .normal
        case .thrown(let value): .thrown(value)
        case .terminated: .terminated
        }
    }
}
