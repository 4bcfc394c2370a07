// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// A trace in the trace event format of Chrome, which Perfetto opens.
///
/// Each thread is a track. On it lie, one within the other, the turn, its phase, the callback or the checkpoint, and
/// the ticks and microtasks of the checkpoint. An arrow (flow) leads from where a callback was asked for to where it
/// ran; work of the pool is a track of its own, output and errors are marks, the lengths of the queues are counters.
public struct ChromeTrace {
    private let trace: Trace

    /// Prepares to write a trace.
    public init(_ trace: Trace) {
        self.trace = trace
    }

    /// The whole file: a JSON object.
    public var bytes: [UInt8] {
        var writer = ChromeTraceWriter(TraceIndex(trace))
        return writer.write()
    }
}

/// Writes the events of one file, in order.
private struct ChromeTraceWriter {
    /// A slice that has begun on a thread.
    private enum Slice: Equatable {
        case turn
        case phase
        case checkpoint
        case callback(UInt64)

        var isCallback: Bool { if case .callback = self { true } else { false } }
    }

    /// What is known of a thread's track.
    private struct Track {
        var open: [Slice] = []
        /// The time of its last event.
        var time: UInt64 = 0
        var queues = QueueLengths()
        /// When the lengths were other than what was written.
        var isCounterStale = false

        mutating func advance(to time: UInt64) { self.time = max(self.time, time) }
    }

    private let index: TraceIndex
    private let flows: CallbackFlows
    private var json: JSONWriter
    private var tracks: [UInt16: Track] = [:]

    init(_ index: TraceIndex) {
        self.index = index
        flows = CallbackFlows(index)
        json = JSONWriter(capacity: index.trace.events.count * 160)
    }

    mutating func write() -> [UInt8] {
        json.beginObject()
        json.key("traceEvents")
        json.beginArray()
        writeNames()
        for position in index.trace.events.indices { write(at: position) }
        for thread in tracks.keys.sorted() {
            close(thread) { _ in true }
            writeCounter(thread)
        }
        json.endArray()
        json.key("displayTimeUnit")
        json.string("ms")
        json.key("otherData")
        json.beginObject()
        for (name, value) in [
            ("program", index.trace.header.program), ("writer", "LoopLab \(index.trace.header.version)"),
            ("profile", index.trace.header.profile.encodedName), ("clock", index.trace.header.clock.encodedName),
        ] {
            json.key(name)
            json.string(value)
        }
        json.endObject()
        json.endObject()
        json.endLine()
        return json.bytes
    }

    // MARK: - One event of ours

    private mutating func write(at position: Int) {
        let event = index.trace.events[position]
        let thread = event.thread
        // What the pool does may be told late.
        if event.kind == .jobStarted || event.kind == .jobEnded { return writeJob(event) }
        if event.time > tracks[thread]?.time ?? 0 { writeCounter(thread) }
        closeWhatIsOver(event)
        tracks[thread, default: Track()].advance(to: event.time)
        switch event.kind {
        case .turnStarted: begin(.turn, "turn \(event.value)", "turn", event)
        case .phaseEntered: begin(.phase, "\(event.phase.encodedName) phase", "phase", event)
        case .frameBegan: begin(.phase, "frame \(event.value)", "phase", event)
        case .checkpointEntered: begin(.checkpoint, "checkpoint", "checkpoint", event)
        case .started: beginCallback(event, position)
        case .output: mark("output", text: index.trace.text(of: event), event)
        case .uncaughtError: mark("uncaught error", text: index.trace.text(of: event), event)
        case .rejectionUnhandled: mark("unhandled rejection", text: index.trace.text(of: event), event)
        case .blocked: mark("blocked \(TraceListing.milliseconds(event.value))", text: "", event)
        case .dropped: mark("\(event.value) events were not kept", text: "", event)
        default: break
        }
        for flow in flows.beginning(at: position) { writeFlow("s", flow, thread) }
        let isChanged = tracks[thread]?.queues.apply(event) ?? false
        if isChanged { tracks[thread]?.isCounterStale = true }
    }

    /// Ends the slices that the event shows to be over.
    private mutating func closeWhatIsOver(_ event: TraceEvent) {
        let thread = event.thread
        switch event.kind {
        case .turnStarted: close(thread) { !$0.isCallback }
        case .phaseEntered, .frameBegan, .clockJumped, .loopEmptied, .taskSourceChosen:
            close(thread) { $0 == .checkpoint || $0 == .phase }
        case .checkpointEntered: close(thread) { $0 == .checkpoint }
        case .started:
            let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value))
            if kind != .microtask, kind != .tick { close(thread) { $0 == .checkpoint } }
        case .ended:
            guard tracks[thread]?.open.contains(.callback(event.subject)) == true else { return }
            close(thread) { $0 != .callback(event.subject) }
            // The callback itself runs until now.
            tracks[thread]?.advance(to: event.time)
            end(thread)
        case .threadEnded, .dropped: close(thread) { _ in true }
        default: break
        }
    }

    /// Ends slices from the innermost outwards, at the time of the last event in them.
    private mutating func close(_ thread: UInt16, while isOver: (Slice) -> Bool) {
        while let last = tracks[thread]?.open.last, isOver(last) { end(thread) }
    }

    private mutating func end(_ thread: UInt16) {
        guard tracks[thread]?.open.popLast() != nil else { return }
        open("E", thread, tracks[thread]?.time ?? 0)
        json.endObject()
    }

    // MARK: - Events of theirs

    private mutating func open(_ phase: String, _ thread: UInt16, _ time: UInt64?) {
        json.breakLine()
        json.beginObject()
        json.key("ph")
        json.string(phase)
        json.key("pid")
        json.number(1)
        json.key("tid")
        json.number(Int(thread) + 1)
        guard let time else { return }
        json.key("ts")
        json.thousandths(time)
    }

    private mutating func field(_ name: String, _ text: String) {
        json.key(name)
        json.string(text)
    }

    private mutating func begin(_ slice: Slice, _ name: String, _ category: String, _ event: TraceEvent) {
        tracks[event.thread]?.open.append(slice)
        open("B", event.thread, tracks[event.thread]?.time)
        field("name", name)
        field("cat", category)
        json.key("args")
        json.beginObject()
        json.key("event")
        json.number(event.sequence)
        if case .callback(let callback) = slice, let record = index.record(of: callback) {
            if let position = index.position(of: record) { field("at", position.description) }
            if event.cause > 0 {
                json.key("because of event")
                json.number(event.cause)
            }
        }
        json.endObject()
        json.endObject()
    }

    private mutating func beginCallback(_ event: TraceEvent, _ position: Int) {
        let kind = CallbackKind(rawValue: UInt8(truncatingIfNeeded: event.value))
        let name = index.record(of: event.subject).map(index.label) ?? "callback"
        begin(.callback(event.subject), name, kind?.encodedName ?? "callback", event)
        if flows.ends(at: position) { writeFlow("f", event.sequence, event.thread) }
    }

    private mutating func writeFlow(_ phase: String, _ number: UInt64, _ thread: UInt16) {
        open(phase, thread, tracks[thread]?.time)
        field("name", "queued")
        field("cat", "flow")
        json.key("id")
        json.number(number)
        if phase == "f" { field("bp", "e") }
        json.endObject()
    }

    private mutating func mark(_ name: String, text: String, _ event: TraceEvent) {
        let line = text.prefix { !$0.isNewline }
        open("i", event.thread, tracks[event.thread]?.time)
        field("s", "t")
        field("name", line.isEmpty ? name : "\(name): \(line.prefix(80))")
        field("cat", name)
        if !text.isEmpty {
            json.key("args")
            json.beginObject()
            field("text", text)
            json.endObject()
        }
        json.endObject()
    }

    private mutating func writeJob(_ event: TraceEvent) {
        guard let record = index.record(of: event.subject), flows.hasWholeJob(event.subject) else { return }
        open(event.kind == .jobStarted ? "b" : "e", event.thread, event.time)
        field("name", index.api(of: record))
        field("cat", "pool")
        json.key("id")
        json.number(event.subject)
        json.endObject()
    }

    private mutating func writeCounter(_ thread: UInt16) {
        guard let track = tracks[thread], track.isCounterStale else { return }
        tracks[thread]?.isCounterStale = false
        open("C", thread, track.time)
        field("name", "queues of \(Self.name(of: thread))")
        json.key("args")
        json.beginObject()
        for (name, length) in track.queues.named {
            json.key(name)
            json.number(length)
        }
        json.endObject()
        json.endObject()
    }

    private mutating func writeNames() {
        name("process_name", 0, "LoopLab: \(index.trace.header.program)")
        for thread in Set(index.trace.events.map(\.thread)).sorted() {
            name("thread_name", thread, Self.name(of: thread))
            open("M", thread, nil)
            field("name", "thread_sort_index")
            json.key("args")
            json.beginObject()
            json.key("sort_index")
            json.number(Int(thread))
            json.endObject()
            json.endObject()
        }
    }

    private mutating func name(_ what: String, _ thread: UInt16, _ name: String) {
        open("M", thread, nil)
        field("name", what)
        json.key("args")
        json.beginObject()
        field("name", name)
        json.endObject()
        json.endObject()
    }

    private static func name(of thread: UInt16) -> String {
        thread == 0 ? "main thread" : "worker \(thread)"
    }
}
