// SPDX-License-Identifier: MIT
internal import Scheduling
internal import ScriptEngine
public import Tracing

// What the record of a run hears from the runtime; the loop tells it the rest.
extension Runtime {
    func startRecording(_ collector: TraceCollector) throws(RuntimeError) {
        let recorder = TraceRecorder(collector, thread: UInt16(truncatingIfNeeded: role.number), clock: clock)
        recorder.onLimit = { [unowned self] in stopRecordedRun() }
        recorder.threadStarted(program: threadName, cause: role.startEvent)
        self.recorder = recorder
        loop.observer = recorder
        guard recorder.isFull else { return }
        let execution = ExecutionRecorder(recorder)
        self.execution = execution
        do throws(Engine.Failure) {
            try context.observeExecution(
                collector.level == .steps ? .statements : .promises, of: realm, by: execution)
        } catch {
            throw RuntimeError(error)
        }
    }

    /// Gives the record of this thread away; nothing is recorded afterwards.
    func endRecording() {
        guard let recorder else { return }
        loop.observer = nil
        self.recorder = nil
        let code: Int32 = if case .exited(let code) = ending { code } else { 1 }
        recorder.threadEnded(code: code, placeCount: placeCount, position: recordedPosition)
        try? context.observeExecution(.none, of: realm, by: nil)
        execution = nil
    }

    /// The record so far of a program that goes on; nil where none is made.
    ///
    /// `name` is what the record calls the program, `source` the name of the text that its own places are in.
    public func recordSoFar(name: String, source: String) -> Trace? {
        guard let recorder else { return nil }
        let header = Trace.Header(
            version: options.productVersion, program: name, profile: options.profile, clock: options.clock,
            seed: options.seed, level: recorder.collector.level)
        let sources = recordedSources(first: .text("", name: source))
        return recorder.traceSoFar(header, sources: sources, placeCount: placeCount, position: recordedPosition)
    }

    private var placeCount: Int { Int(execution?.placeCount ?? 0) }

    private func recordedPosition(_ number: UInt32) -> SourcePosition {
        let place = context.position(of: SourcePlace(number: number))
        // A CommonJS file is the body of a function that begins on the line before it.
        return SourcePosition(file: recordedName(place.file), line: max(place.line, 1), column: place.column)
    }

    /// Lets the record keep the beginning of what comes now, and gives the event that it comes after.
    public func startRecordedPart() -> UInt64 { recorder?.startPart() ?? 0 }

    /// Whether a record is made.
    public var isRecording: Bool { recorder != nil }

    /// Begins a record in the middle of a program.
    public func record(into collector: TraceCollector) throws(RuntimeError) {
        if recorder == nil { try startRecording(collector) }
    }

    /// Ends the record of a program that goes on; what it had is lost.
    public func stopRecording() {
        loop.observer = nil
        recorder = nil
        if execution != nil { try? context.observeExecution(.none, of: realm, by: nil) }
        execution = nil
    }

    private var threadName: String {
        guard let worker = role.worker else {
            return options.arguments.count > 1 ? recordedName(realPath(options.arguments[1])) : ""
        }
        if case .file(let path) = worker.start.program { return recordedName(path) }
        return "[worker eval]"
    }

    private func stopRecordedRun() {
        guard ending == nil, let recorder else { return }
        ending = .recordedEnough(events: recorder.collector.eventBudget)
        loop.inbox.requestStop()
        context.interrupter.interrupt()
    }

    // MARK: - Queues

    /// Says by which API the callback comes that is about to be queued.
    @inline(__always)
    func noteOrigin(_ api: @autoclosure () -> String) {
        if let recorder { noteOrigin(api(), recorder) }
    }

    @inline(never)
    private func noteOrigin(_ api: String, _ recorder: TraceRecorder) {
        recorder.willQueue(TraceRecorder.Origin(api: api, place: place(for: recorder)))
    }

    /// Where the program is now, if places are recorded.
    private func place(for recorder: TraceRecorder) -> UInt32 {
        execution?.number(of: context.callerPlace) ?? 0
    }

    /// Says where a promise job comes from that is about to be queued.
    func noteOrigin(of job: PromiseJob) {
        guard let execution, let recorder else { return }
        let origin = context.origin(of: job)
        recorder.willQueue(
            TraceRecorder.Origin(
                api: origin.isContinuation ? "await" : origin.promise == 0 ? "" : "then",
                place: execution.number(of: origin.place)))
    }

    // MARK: - Output

    func recordOutput(_ bytes: UnsafeRawBufferPointer, _ stream: StandardStream, _ recorder: TraceRecorder) {
        if isShowingResult { return }
        recorder.output(bytes, stream: UInt64(stream.rawValue), place: place(for: recorder))
    }

    // MARK: - Time and listeners, at level full

    /// Notes that an operation holds the thread for so long.
    func noteEffort(_ operation: String, nanoseconds: UInt64) {
        guard let recorder, recorder.isFull, nanoseconds > 0 else { return }
        recorder.spent(nanoseconds, on: operation, place: place(for: recorder))
    }

    /// Reads the clock for the program; a loop that does nothing else holds the thread, and is noted for that.
    func readClock(_ api: String) -> UInt64 {
        guard recorder?.isFull == true, clock.kind == .virtual else { return clock.readByProgram() }
        let before = clock.now()
        let time = clock.readByProgram()
        if time > before { noteEffort(api, nanoseconds: time - before) }
        return time
    }

    /// What node:events tells of listeners while that is recorded.
    func defineListenerBindings(on binding: ScriptValue) {
        define("recordsListeners", on: binding) { [unowned(unsafe) self] arguments in
            arguments.returns(recorder?.isFull == true)
        }
        // noteListener(emitter, event, count, isAdded, isTooMany)
        define("noteListener", on: binding) { [unowned(unsafe) self] arguments in
            guard let recorder else { return }
            let emitter = UInt64(role.number) << 48 | UInt64(max(0, arguments.number(0)))
            let count = UInt64(max(0, min(arguments.number(2), 0xFFFF_FFFF)))
            recorder.note(
                arguments.boolean(3) ? .listenerAdded : .listenerRemoved, subject: emitter,
                value: count | (arguments.boolean(4) ? TraceEvent.tooManyListeners : 0), text: arguments.text(1),
                place: place(for: recorder))
        }
    }

    // MARK: - Messages

    /// Notes that something leaves for another thread or port, and gives back the event's number; 0 without a record.
    func recordSending(_ api: String) -> UInt64 {
        guard let recorder else { return 0 }
        return recorder.messageSent(api, place: place(for: recorder))
    }

    /// Notes that what was sent arrives and will be the work of the task that is queued next.
    func recordDelivery(of sending: UInt64, _ api: String) {
        guard let recorder else { return }
        let delivery = recorder.note(.messageDelivered, subject: sending, cause: sending)
        recorder.willQueue(TraceRecorder.Origin(api: api, cause: delivery))
    }

    // MARK: - The end

    /// Runs what comes after the loop has found nothing left to do.
    func afterEmptyLoop<Result>(_ body: () -> Result) -> Result {
        guard let recorder else { return body() }
        recorder.enterContext(recorder.note(.loopEmptied))
        defer { recorder.leaveContext() }
        return body()
    }

    /// Notes why and with which exit code the program ended.
    func recordEnd(_ ending: RunEnding) {
        guard let recorder else { return }
        let (code, reason) = ending.forRecord
        recorder.note(.programEnded, value: UInt64(UInt32(bitPattern: code)), text: reason)
    }

    /// Notes that a rejection is reported, or was handled after that; what the listeners do then comes from it.
    func recordRejection(_ arguments: Arguments) {
        guard let recorder else { return }
        guard arguments.kind(0) == .object else { return recorder.leaveContext() }
        let promise = arguments.value(0)
        var reason = ""
        if case .rejected(let value) = promise.promiseState { reason = context.describe(value).text }
        recorder.enterContext(
            recorder.rejectionFound(promise.promiseID, isHandledLate: arguments.boolean(1), reason: reason))
    }

    /// Notes an error that nobody caught.
    func recordUncaught(_ error: ScriptValue) {
        recorder?.note(.uncaughtError, text: context.describe(error).text)
    }
}

extension RunEnding {
    /// The exit code and the word by which a record knows an ending.
    fileprivate var forRecord: (code: Int32, reason: String) {
        switch self {
        case .exited(let code): (code, "")
        case .timedOut: (124, "timed out")
        case .interrupted: (130, "interrupted")
        case .heapLimit: (134, "out of memory")
        case .outputFailed: (3, "output failed")
        case .clockExhausted: (3, "end of virtual time")
        case .stuck: (124, "stuck")
        case .signalled(let signal): (128 + signal, "signal")
        case .recordedEnough: (0, "event limit")
        }
    }
}
