// SPDX-License-Identifier: MIT
internal import Scheduling

/// What explanations call the callbacks of a trace: by their place in the source, and by what they print.
struct CallbackNames: Sendable {
    /// What the first script is called.
    let entryName: String
    private let index: TraceIndex
    /// The first line that each run of a callback prints, by the sequence number of its start.
    private let firstLines: [UInt64: String]
    /// The module's body and the task that loads it, where the program is a module.
    private let moduleBody: UInt64?
    private let moduleLoading: UInt64?

    init(_ index: TraceIndex, entryName: String) {
        self.index = index
        self.entryName = entryName
        var firstLines: [UInt64: String] = [:]
        for line in index.trace.outputLines() {
            let cause = index.trace.events[line.eventIndex].cause
            if firstLines[cause] == nil, !line.text.isEmpty { firstLines[cause] = line.text }
        }
        self.firstLines = firstLines
        (moduleLoading, moduleBody) = Self.module(of: index)
    }

    /// What a run of a callback is called, as "setTimeout@3:21 ("late")".
    func name(of link: Lineage.Link) -> String {
        let plain = plainName(of: link)
        guard link.record.kind != .script, link.record.callback != moduleBody, let line = preview(of: link) else {
            return plain
        }
        return "\(plain) (\(line))"
    }

    /// What a run of a callback is called, without what it prints.
    func plainName(of link: Lineage.Link) -> String {
        let record = link.record
        if record.callback == moduleBody { return "the module's body" }
        if record.callback == moduleLoading { return "the loading of the module" }
        if record.kind == .script { return scriptName(of: link) }
        if link.asksAnotherPromise(in: index.trace) { return "\(index.label(of: record)) (asking for a value)" }
        let label = index.label(of: record)
        if index.position(of: record) != nil { return label }
        return switch record.kind {
        case .tick, .timer, .immediate: "the \(label) callback"
        case .microtask where label == "queueMicrotask": "the queueMicrotask callback"
        case .microtask where label == "promise job": "a promise job"
        case .microtask: "the job of \(label)"
        case .animationFrame, .idle: "the \(label) callback"
        case .close: "the close callback"
        case .poll where label == "completion": "a completion"
        case .poll, .task: "the callback of \(label)"
        case .script: label
        }
    }

    /// The beginning of what a run prints, in quotes; nil where it prints nothing.
    func preview(of link: Lineage.Link) -> String? {
        firstLines[index.trace.events[link.started].sequence].map(Self.quoted)
    }

    /// The beginning of a line in quotes.
    static func quoted(_ line: String) -> String {
        line.count > longestPreview ? "\"\(line.prefix(longestPreview - 1))…\"" : "\"\(line)\""
    }

    private static let longestPreview = 30

    private func scriptName(of link: Lineage.Link) -> String {
        let trace = index.trace
        if let begin = link.index(of: .threadStarted, in: trace) {
            let thread = trace.events[begin].thread
            return thread == 0 ? entryName : "the main script of worker \(thread)"
        }
        return link.followsEmptyLoop(in: trace) ? "the 'beforeExit' listeners" : "a script"
    }

    // The entry of a module is a script that does nothing but ask for its loading, a completion with no API of its own;
    // the first job of that runs the body.
    private static func module(of index: TraceIndex) -> (UInt64?, UInt64?) {
        let events = index.trace.events
        guard let script = events.firstIndex(where: { $0.kind == .started }),
            case let asked = events[script...].dropFirst().prefix(while: { $0.kind != .ended }),
            asked.count == 1, let loading = asked.first, loading.kind == .queued, loading.text == 0,
            let record = index.record(of: loading.subject), record.kind == .poll, let begin = record.started
        else { return (nil, nil) }
        let body = events[begin...].first { $0.kind == .queued && $0.cause == events[begin].sequence }
        return (record.callback, body?.subject)
    }

    /// Whether a callback is the body of the program's module.
    func isModuleBody(_ record: CallbackRecord) -> Bool { record.callback == moduleBody }

    /// Whether a callback loads the program's module.
    func isModuleLoading(_ record: CallbackRecord) -> Bool { record.callback == moduleLoading }
}
