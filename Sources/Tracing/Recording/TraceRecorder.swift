// SPDX-License-Identifier: MIT
public import Scheduling

/// Records what happens on one thread of a program.
///
/// The loop tells it as its ``Scheduling/LoopObserver``; the owner of the program tells it what the loop cannot know.
/// Confined to the loop's thread.
public final class TraceRecorder: LoopObserver {
    /// Where the record goes when the thread ends.
    public let collector: TraceCollector
    /// The number of the thread.
    public let thread: UInt16
    /// Whether promises, awaits and places in the source are recorded.
    public let isFull: Bool

    /// What is known of the callback that is about to be queued.
    public struct Origin: Sendable {
        /// The API that asks for it.
        public var api: String
        /// Where in the source, by the number that the thread's owner gives; 0 where that is not known.
        public var place: UInt32
        /// The event that makes it happen; 0 for the callback that is running.
        public var cause: UInt64

        /// Makes an origin from its parts.
        public init(api: String = "", place: UInt32 = 0, cause: UInt64 = 0) {
            self.api = api
            self.place = place
            self.cause = cause
        }
    }

    /// Called at each event once the collector has had as many as it wants.
    public var onLimit: () -> Void = {}

    private let clock: any LoopClock
    private var buffer: TraceBuffer
    var texts: TextTable
    private var origin: Origin?
    private var phase = TracePhase.script
    /// The callbacks that are running, outermost first: a page has checkpoints in the middle of its tasks.
    private var running: [(id: UInt64, sequence: UInt64, time: UInt64)] = []
    /// The last callback that began.
    private var lastStarted: (id: UInt64, sequence: UInt64) = (0, 0)
    /// What stands for the running callback as the cause of what happens now.
    ///
    /// It counts outside the callbacks that begin after it.
    private var contexts: [(cause: UInt64, depth: Int)] = []
    private var threadStart: UInt64 = 0
    private var lastOutput: UInt64 = 0
    /// What the running callback spent time on, by place; at level full.
    private var efforts: [Effort] = []

    /// Time that went to one operation at one place.
    private struct Effort {
        var operation: String
        var place: UInt32
        var nanoseconds: UInt64
    }

    /// The last event that can have put a promise job into the queue, until anything else happens.
    private var trigger: UInt64 = 0

    /// How long a callback may hold its thread before that is noted, in nanoseconds: the "long task" of W3C.
    static let longTask: UInt64 = 50_000_000
    /// How many places of one callback are told apart.
    private static let effortLimit = 64

    /// Makes the recorder of one thread; `clock` is the loop's.
    public init(_ collector: TraceCollector, thread: UInt16, clock: any LoopClock) {
        self.collector = collector
        self.thread = thread
        self.clock = clock
        isFull = collector.level >= .full
        buffer = TraceBuffer(limit: collector.eventLimit)
        texts = TextTable(limit: collector.textLimit)
    }

    // MARK: - What the owner tells

    /// Notes that the thread begins; `cause` is the event that asked for it on another thread.
    public func threadStarted(program: String, cause: UInt64 = 0) {
        threadStart = record(.threadStarted, cause: cause, subject: UInt64(thread), text: texts.number(of: program))
    }

    /// Notes that the thread ends, and gives what was recorded to the collector.
    ///
    /// `position` tells the place of a number that was used as one.
    public func threadEnded(code: Int32, reason: String = "", placeCount: Int, position: (UInt32) -> SourcePosition) {
        record(
            .threadEnded, cause: currentCause, subject: UInt64(thread), value: UInt64(UInt32(bitPattern: code)),
            text: texts.number(of: reason))
        collector.add(part(placeCount: placeCount, position: position))
    }

    /// The record so far, while the thread goes on; of other threads it has those that have ended.
    ///
    /// `position` tells the place of a number that was used as one.
    public func traceSoFar(
        _ header: Trace.Header, sources: [Trace.Source] = [], placeCount: Int, position: (UInt32) -> SourcePosition
    ) -> Trace {
        collector.trace(header, sources: sources, and: part(placeCount: placeCount, position: position))
    }

    /// Begins another part of a record that goes on for long, and gives the sequence number that it begins after.
    ///
    /// What came before is forgotten but for its end, and so are the threads that have ended. So the memory of a
    /// record without an end is bounded, and the beginning of its last part is always there.
    @discardableResult
    public func startPart() -> UInt64 {
        buffer.startPart { texts.keepOnly(&$0) }
        return collector.startPart()
    }

    private func part(placeCount: Int, position: (UInt32) -> SourcePosition) -> TraceCollector.ThreadPart {
        let places = placeCount > 0 ? (1...UInt32(placeCount)).map(position) : []
        return .init(thread: thread, events: buffer.events, texts: texts.texts, places: places)
    }

    /// Says what is known of the callback that is queued next.
    public func willQueue(_ origin: Origin) {
        self.origin = origin
    }

    /// Notes something of a kind that the loop does not know, and gives back its sequence number.
    @discardableResult
    public func note(
        _ kind: TraceEvent.Kind, subject: UInt64 = 0, value: UInt64 = 0, text: String = "", place: UInt32 = 0,
        cause: UInt64 = 0
    ) -> UInt64 {
        record(
            kind, cause: cause == 0 ? currentCause : cause, subject: subject, value: value,
            text: text.isEmpty ? 0 : texts.number(of: text), place: place)
    }

    /// Notes that something leaves for another thread or port; the number given back is its name.
    public func messageSent(_ api: String, place: UInt32) -> UInt64 {
        record(.messageSent, cause: currentCause, text: texts.number(of: api), place: place)
    }

    /// Notes what was printed, to standard output (1) or standard error (2).
    public func output(_ bytes: UnsafeRawBufferPointer, stream: UInt64, place: UInt32, cause: UInt64 = 0) {
        lastOutput += 1
        record(
            .output, cause: cause == 0 ? currentCause : cause, subject: lastOutput, value: stream,
            text: texts.add(String(decoding: bytes, as: UTF8.self)), place: place)
    }

    /// Lets what happens until the matching `leaveContext` have that event as its cause.
    public func enterContext(_ cause: UInt64) {
        contexts.append((cause, running.count))
    }

    /// Ends the last `enterContext`.
    public func leaveContext() {
        contexts.removeLast()
    }

    /// Says that the running callback spent time on an operation, so that a long callback can be blamed on it.
    public func spent(_ nanoseconds: UInt64, on operation: String, place: UInt32) {
        if let known = efforts.firstIndex(where: { $0.place == place && $0.operation == operation }) {
            // What is asked for may be more than the clock can pass.
            let (sum, isTooMuch) = efforts[known].nanoseconds.addingReportingOverflow(nanoseconds)
            efforts[known].nanoseconds = isTooMuch ? .max : sum
        } else if efforts.count < Self.effortLimit {
            efforts.append(Effort(operation: operation, place: place, nanoseconds: nanoseconds))
        }
    }

    // MARK: - Promises, at level full

    /// Notes that a promise was made.
    public func promiseCreated(_ promise: UInt64, place: UInt32) {
        record(.promiseCreated, cause: currentCause, subject: promise, place: place)
    }

    /// Notes that a promise was settled; the jobs that are queued next come from that.
    public func promiseSettled(_ promise: UInt64, isRejected: Bool, place: UInt32) {
        trigger = record(
            .promiseSettled, cause: currentCause, subject: promise, value: isRejected ? 1 : 0, place: place)
    }

    /// Notes that a promise got a reaction; if it is settled, the job that is queued next comes from that.
    public func handlerAttached(to promise: UInt64, derived: UInt64, api: String, place: UInt32) {
        trigger = record(
            .handlerAttached, cause: currentCause, subject: promise, value: derived, text: texts.number(of: api),
            place: place)
    }

    /// Notes that an async function waits.
    public func suspended(_ function: UInt64, awaiting promise: UInt64, place: UInt32) {
        record(.awaitSuspended, cause: currentCause, subject: function, value: promise, place: place)
    }

    /// Notes that an async function goes on.
    public func resumed(_ function: UInt64, place: UInt32) {
        record(.awaitResumed, cause: currentCause, subject: function, place: place)
    }

    /// Notes that a checkpoint found a promise rejected and without a handler, or that one it had found got one after
    /// all; gives back the event's number.
    public func rejectionFound(_ promise: UInt64, isHandledLate: Bool, reason: String) -> UInt64 {
        record(
            isHandledLate ? .rejectionHandled : .rejectionUnhandled, cause: currentCause, subject: isFull ? promise : 0,
            text: texts.number(of: reason))
    }

    // MARK: - Statements, at level steps

    /// Notes that a function was entered, or entered again after an await or a yield.
    public func entered(_ frame: UInt64, function: String, place: UInt32) {
        record(.frameEntered, cause: currentCause, subject: frame, text: texts.number(of: function), place: place)
    }

    /// Notes that a function was left.
    public func left(_ frame: UInt64) {
        record(.frameLeft, cause: currentCause, subject: frame)
    }

    /// Notes that a statement is about to run below so many frames.
    public func statement(_ frame: UInt64, depth: Int, place: UInt32) {
        record(.statement, cause: currentCause, subject: frame, value: UInt64(depth), place: place)
    }

    /// Notes that a variable has a new value, given in short.
    public func variable(_ frame: UInt64, name: String, value: String) {
        record(
            .variable, cause: currentCause, subject: frame, value: UInt64(texts.number(of: value)),
            text: texts.number(of: name))
    }

    // MARK: - What the loop tells

    /// Takes an event of the loop.
    public func observe(_ event: LoopEvent) {
        switch event {
        case .started(let callback): start(callback)
        case .ended(let callback, let outcome): end(callback, outcome)
        case .queued(let callback, let cause):
            add(.queued, callback, cause, value: UInt64(callback.kind.rawValue))
        case .workBegan(let callback, let cause):
            add(.jobQueued, callback, cause)
        case .timerArmed(let callback, let arming, let cause):
            let repeating = arming.isRepeating ? TraceEvent.repeating : 0
            let unreferenced = arming.isReferenced ? 0 : TraceEvent.unreferenced
            add(.timerSet, callback, cause, value: UInt64(arming.duration) | repeating | unreferenced)
        case .cleared(let callback, let cause): add(.cleared, callback, cause)
        case .workDone(let callback, let start, let end): endJob(callback, start, end)
        case .ready(let callback):
            // Its cause is what was last known of it; see `TraceMerge`.
            record(.queued, cause: 0, subject: name(of: callback), value: UInt64(callback.kind.rawValue))
        case .turnStarted(let number):
            phase = .script
            record(.turnStarted, cause: threadStart, value: number)
        case .phaseEntered(let entered): enter(TracePhase(entered))
        case .checkpointEntered: record(.checkpointEntered, cause: currentCause)
        case .clockJumped(let start, _): record(.clockJumped, cause: threadStart, value: start)
        case .choice(let choice):
            record(
                .choice, cause: threadStart, subject: UInt64(choice.point.rawValue),
                value: UInt64(choice.alternatives) << 32 | UInt64(choice.taken))
        case .taskSourceChosen(let source):
            phase = .task
            record(.taskSourceChosen, cause: threadStart, value: UInt64(source.rawValue))
        case .frameBegan(let number):
            phase = .rendering
            record(.frameBegan, cause: threadStart, value: number)
        }
    }

    private func enter(_ entered: TracePhase) {
        // A loop that waits for nothing in particular enters its poll phase again and again.
        phase = entered
        record(.phaseEntered, cause: threadStart)
    }

    @inline(__always)
    private func start(_ callback: Callback) {
        trigger = 0
        if !efforts.isEmpty && running.isEmpty { efforts.removeAll(keepingCapacity: true) }
        let time = clock.now()
        let sequence = record(
            .started, at: time, cause: callback.kind == .script ? scriptCause : 0, subject: name(of: callback),
            value: UInt64(callback.kind.rawValue))
        running.append((callback.id, sequence, time))
        lastStarted = (callback.id, sequence)
    }

    @inline(__always)
    private func end(_ callback: Callback, _ outcome: Outcome) {
        trigger = 0
        guard let ended = running.popLast() else { return }
        let now = clock.now()
        if now &- ended.time >= Self.longTask {
            noteBlock(callback, ended.sequence, until: now, nanoseconds: now - ended.time)
        }
        let value: UInt64 =
            switch outcome {
            case .completed: 0
            case .failed: 1
            case .stop: 2
            }
        record(.ended, at: now, cause: ended.sequence, subject: name(of: callback), value: value)
    }

    private func noteBlock(_ callback: Callback, _ started: UInt64, until now: UInt64, nanoseconds: UInt64) {
        let most = efforts.max { $0.nanoseconds < $1.nanoseconds }
        record(
            .blocked, at: now, cause: started, subject: name(of: callback), value: nanoseconds,
            text: most.map { texts.number(of: $0.operation) } ?? 0, place: most?.place ?? 0)
    }

    @inline(__always)
    private func add(_ kind: TraceEvent.Kind, _ callback: Callback, _ cause: UInt64, value: UInt64 = 0) {
        var cause = sequence(ofCallback: cause)
        if callback.kind == .microtask, trigger != 0 { cause = trigger }
        var text: UInt32 = 0
        var place: UInt32 = 0
        if let known = origin {
            text = texts.number(of: known.api)
            place = known.place
            if known.cause != 0 { cause = known.cause }
            origin = nil
        }
        record(kind, cause: cause, subject: name(of: callback), value: value, text: text, place: place)
    }

    private func endJob(_ callback: Callback, _ start: UInt64, _ end: UInt64) {
        let subject = name(of: callback)
        record(.jobStarted, at: start, cause: 0, subject: subject)
        record(.jobEnded, at: end, cause: 0, subject: subject)
    }

    // A script that is not the thread's first is run by the host: for listeners of 'exit', or as input of a prompt.
    private var scriptCause: UInt64 {
        if let context = contexts.last, context.depth == running.count { return context.cause }
        return threadStart
    }

    // MARK: - Inside

    /// The event that makes happen what happens now.
    public var currentCause: UInt64 {
        if let context = contexts.last, context.depth == running.count { return context.cause }
        if let callback = running.last { return callback.sequence }
        return lastStarted.sequence != 0 ? lastStarted.sequence : threadStart
    }

    /// The start of the callback of an id that is running or has just run; for 0 the current cause.
    private func sequence(ofCallback id: UInt64) -> UInt64 {
        if let context = contexts.last, context.depth == running.count { return context.cause }
        if let callback = running.last, callback.id == id { return callback.sequence }
        return lastStarted.id == id ? lastStarted.sequence : currentCause
    }

    @inline(__always)
    private func name(of callback: Callback) -> UInt64 { TraceEvent.callback(callback.id, thread: thread) }

    @inline(__always)
    @discardableResult
    private func record(
        _ kind: TraceEvent.Kind, cause: UInt64, subject: UInt64 = 0, value: UInt64 = 0, text: UInt32 = 0,
        place: UInt32 = 0
    ) -> UInt64 {
        record(kind, at: clock.now(), cause: cause, subject: subject, value: value, text: text, place: place)
    }

    @inline(__always)
    @discardableResult
    private func record(
        _ kind: TraceEvent.Kind, at time: UInt64, cause: UInt64, subject: UInt64 = 0, value: UInt64 = 0,
        text: UInt32 = 0, place: UInt32 = 0
    ) -> UInt64 {
        let sequence = collector.takeSequence()
        if sequence >= collector.eventBudget { onLimit() }
        buffer.append(
            TraceEvent(
                sequence: sequence, time: time, kind: kind, thread: thread, phase: phase, cause: cause,
                subject: subject, value: value, text: text, place: place))
        return sequence
    }
}

@available(*, unavailable)
extension TraceRecorder: Sendable {}

extension TracePhase {
    init(_ phase: Phase) {
        self =
            switch phase {
            case .timers: .timers
            case .poll: .poll
            case .check: .check
            case .close: .close
            }
    }
}
