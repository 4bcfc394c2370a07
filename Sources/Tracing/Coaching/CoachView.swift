// SPDX-License-Identifier: MIT
internal import Scheduling

/// What the searches for anti-patterns look at: a run, its callbacks and promises, and what the source says.
struct CoachView: Sendable {
    let trace: Trace
    let index: TraceIndex
    let promises: PromiseIndex
    private let facts: [String: SourceFacts]
    /// The promises of each async function of the source, in the order in which it was called.
    private var runsOfFunctions: [RunKey: [UInt64]] = [:]

    private struct RunKey: Hashable {
        var file: String
        var function: Int
    }

    init(_ index: TraceIndex, facts: [SourceFacts]) {
        trace = index.trace
        self.index = index
        promises = PromiseIndex(index.trace)
        self.facts = Dictionary(facts.map { ($0.file, $0) }) { first, _ in first }
        for promise in promises.order {
            guard let record = promises[promise], let (facts, number) = asyncFunction(of: record) else { continue }
            runsOfFunctions[RunKey(file: facts.file, function: number), default: []].append(promise)
        }
    }

    /// A call in the source.
    struct Site {
        var facts: SourceFacts
        var number: Int
        var call: SourceFacts.Call { facts.calls[number] }
        /// The function that it stands in.
        var function: SourceFacts.Function { facts.functions[call.function] }
        var position: SourcePosition {
            SourcePosition(file: facts.file, line: call.place.line, column: call.place.column)
        }
    }

    // MARK: - The run

    /// Why the run was stopped before its end; nil if it ended by itself.
    var cut: String? {
        guard let end = trace.events.last(where: { $0.kind == .programEnded && $0.thread == 0 }) else { return nil }
        let reason = trace.text(of: end)
        return reason.isEmpty ? nil : reason
    }

    /// Whether the loop found nothing left to do: nothing that is pending now could have gone on.
    var ranDry: Bool {
        cut == nil && trace.events.contains { $0.kind == .loopEmptied && $0.thread == 0 }
    }

    /// The sources' facts.
    var sources: some Collection<SourceFacts> {
        trace.sources.compactMap { facts[$0.file] }
    }

    func time(_ event: Int) -> UInt64 { trace.events[event].time }

    /// When an event happened, in words: "at 80 ms".
    func moment(_ event: Int) -> String { "at \(Self.duration(time(event)))" }

    /// Nanoseconds as people say them: "80 ms", "0.25 ms", "12.5 s".
    static func duration(_ nanoseconds: UInt64) -> String {
        let unit: (name: String, size: UInt64) = nanoseconds >= 10_000_000_000 ? ("s", 1_000_000) : ("ms", 1_000)
        let thousandths = nanoseconds.advanced(byUpTo: unit.size / 2) / unit.size
        var fraction = String(thousandths % 1_000 + 1_000).dropFirst()
        while fraction.last == "0" { fraction = fraction.dropLast() }
        return "\(thousandths / 1_000)" + (fraction.isEmpty ? "" : ".\(fraction)") + " \(unit.name)"
    }

    /// The place of an event for people: of a call its name; nil where the place is not known.
    func position(of event: Int) -> SourcePosition? {
        site(of: event)?.position ?? trace.position(of: trace.events[event])
    }

    /// The place of an event, or of the callback that it happened in.
    func position(near event: Int) -> SourcePosition? {
        for step in trace.chain(from: trace.events[event]) {
            if let position = trace.position(of: step) { return position }
        }
        return trace.sources.first.map { SourcePosition(file: $0.file, line: 1, column: 1) }
    }

    // MARK: - The source

    /// The place of an event in a source whose text is known.
    func point(of event: Int) -> (facts: SourceFacts, point: SourceFacts.Point)? {
        guard let position = trace.position(of: trace.events[event]), let facts = facts[position.file] else {
            return nil
        }
        return (facts, SourceFacts.Point(position.line, position.column))
    }

    /// The call at the place of an event.
    func site(of event: Int) -> Site? {
        guard let (facts, point) = point(of: event), let number = facts.call(at: point) else { return nil }
        return Site(facts: facts, number: number)
    }

    /// The await at the place of an event.
    func wait(of event: Int) -> (facts: SourceFacts, wait: SourceFacts.Await)? {
        guard let (facts, point) = point(of: event), let wait = facts.wait(at: point) else { return nil }
        return (facts, wait)
    }

    /// The async function whose promise this is; nil for another promise.
    func asyncFunction(of record: PromiseRecord) -> (facts: SourceFacts, function: Int)? {
        guard let created = record.created, record.derivation == nil, let (facts, point) = point(of: created),
            let number = facts.function(around: point), facts.functions[number].kind == .async,
            point < facts.functions[number].bodyStart, facts.call(at: point) == nil
        else { return nil }
        return (facts, number)
    }

    /// The promises of an async function, in the order in which it was called.
    func runs(of function: Int, in facts: SourceFacts) -> [UInt64] {
        runsOfFunctions[RunKey(file: facts.file, function: function)] ?? []
    }

    /// The call that made a promise: of `then`, of `new Promise`, of a host's function, or of an async function.
    ///
    /// The promise of an async function is made inside of it: its call is found by name.
    func origin(of record: PromiseRecord) -> Site? {
        if let derivation = record.derivation, let site = site(of: derivation) { return site }
        guard let (facts, number) = asyncFunction(of: record) else { return record.created.flatMap(site(of:)) }
        let runs = runs(of: number, in: facts)
        return call(
            of: number, in: facts, isUsed: record.isUsed, run: runs.firstIndex(of: record.promise), ofRuns: runs.count)
    }

    /// The call that gave a promise to the program: where functions return what they got, the outermost one.
    ///
    /// Of several calls of one function those in a range are taken first.
    func site(of record: PromiseRecord, within range: Range<SourceFacts.Point>? = nil) -> Site? {
        guard var site = origin(of: record) else { return nil }
        for _ in 0..<Self.mostReturns {
            guard site.facts.endOfChain(site.number).use == .returned, site.function.kind == .plain,
                let outer = call(
                    of: site.call.function, in: site.facts, isUsed: record.isUsed, run: nil, ofRuns: 0, within: range)
            else { break }
            site = outer
        }
        return site
    }

    /// Through how many functions a returned promise is followed.
    private static let mostReturns = 8

    // Where each call is made once, the calls come in the order of the text; else the one that fits is as good as any.
    private func call(
        of function: Int, in facts: SourceFacts, isUsed: Bool, run: Int?, ofRuns count: Int,
        within range: Range<SourceFacts.Point>? = nil
    ) -> Site? {
        let name = facts.functions[function].name.split(separator: ".").last ?? ""
        if name.isEmpty { return nil }
        let calls = facts.calls.indices.filter { facts.calls[$0].method == name }
        if let run, calls.count == count { return Site(facts: facts, number: calls[run]) }
        if let near = calls.first(where: { range?.contains(facts.calls[$0].place) == true }) {
            return Site(facts: facts, number: near)
        }
        let fitting = isUsed ? calls : calls.filter { Self.isUnused(facts.endOfChain($0).use) }
        return (fitting.first ?? calls.first).map { Site(facts: facts, number: $0) }
    }

    private static func isUnused(_ use: SourceFacts.Use) -> Bool {
        use == .discarded || use == .voided || use == .kept
    }

    /// Where a promise was asked for: its call, else where it was made.
    func position(of record: PromiseRecord) -> SourcePosition? {
        if let site = site(of: record) { return site.position }
        if let (facts, number) = asyncFunction(of: record) {
            let start = facts.functions[number].range.lowerBound
            return SourcePosition(file: facts.file, line: start.line, column: start.column)
        }
        return [record.derivation, record.created].compactMap(\.self).lazy
            .compactMap { trace.position(of: trace.events[$0]) }.first
    }

    /// What a promise is called in a sentence: "save()", "the promise".
    func name(of record: PromiseRecord) -> String {
        if let site = site(of: record), !site.call.callee.isEmpty {
            return site.call.callee.hasPrefix("new ") ? site.call.callee : "\(site.call.callee)()"
        }
        if let (facts, number) = asyncFunction(of: record), !facts.functions[number].name.isEmpty {
            return "\(facts.functions[number].name)()"
        }
        return asyncFunction(of: record) == nil ? "a promise" : "an async function"
    }

    /// "line 4", or "load.js:4" where that is not in the program's own file.
    func line(_ position: SourcePosition) -> String {
        position.file == trace.sources.first?.file ? "line \(position.line)" : "\(position.shortFile):\(position.line)"
    }

    // MARK: - Promises

    /// Whether a promise was rejected and no handler came in time.
    func isUnhandled(_ record: PromiseRecord) -> Bool {
        record.unhandled != nil
    }

    /// Why a promise was rejected, as far as that was recorded; one line.
    func reason(of record: PromiseRecord) -> String {
        guard let unhandled = record.unhandled else { return "" }
        return String(trace.text(of: trace.events[unhandled]).prefix { $0 != "\n" })
    }
}
