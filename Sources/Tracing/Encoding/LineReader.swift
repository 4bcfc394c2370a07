// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Reads one line of a trace file.
struct LineReader {
    /// What a line after the first one says.
    enum Line {
        /// Something happened.
        case event(TraceEvent)
        /// The end, and how many events there were.
        case end(UInt64)
    }

    private var json: JSONReader
    private let start: Int

    init(_ bytes: [UInt8], in line: Range<Int>) {
        json = JSONReader(bytes, in: line)
        start = line.lowerBound
    }

    // MARK: - Lines

    mutating func header() throws(LineFailure) -> (header: Trace.Header, sources: [Trace.Source]) {
        var header = HeaderFields()
        try forEachField { (reader, name) throws(LineFailure) in try reader.read(name, into: &header) }
        try take { (json) throws(JSONReader.Failure) in try json.finish() }
        let made = Trace.Header(
            version: try need(header.writer, "writer"), program: try need(header.program, "program"),
            profile: try need(header.profile, "profile"), clock: try need(header.clock, "clock"),
            seed: try need(header.seed, "seed"), level: try need(header.level, "level"))
        _ = try need(header.version, "version")
        return (made, try need(header.sources, "sources"))
    }

    mutating func eventOrEnd(_ tables: inout DecodedTables) throws(LineFailure) -> Line {
        var fields = EventFields()
        try forEachField { (reader, name) throws(LineFailure) in try reader.read(name, into: &fields) }
        if fields.isOutOfOrder, fields.kind != nil {
            // The kind stood behind what it gives a meaning to.
            json.offset = start
            let kind = fields.kind
            fields = EventFields()
            fields.knownKind = kind
            try forEachField { (reader, name) throws(LineFailure) in try reader.read(name, into: &fields) }
        }
        try take { (json) throws(JSONReader.Failure) in try json.finish() }
        if fields.isEnd == true { return .end(try need(fields.eventCount, "events")) }
        return .event(try event(fields, &tables))
    }

    // MARK: - Fields

    private mutating func forEachField(
        _ body: (inout Self, String) throws(LineFailure) -> Void
    ) throws(LineFailure) {
        try take { (json) throws(JSONReader.Failure) in try json.beginObject() }
        var isFirst = true
        while let name = try take({ (json) throws(JSONReader.Failure) in try json.nextKey(isFirst: isFirst) }) {
            isFirst = false
            try body(&self, name)
        }
    }

    private mutating func read(_ name: String, into header: inout HeaderFields) throws(LineFailure) {
        switch name {
        case "looplab": _ = try string()
        case "version":
            try once(name, &header.version, number(upTo: .max))
            if let version = header.version, version > TraceFormat.version { throw .newer(version) }
        case "writer": try once(name, &header.writer, string())
        case "program": try once(name, &header.program, string())
        case "profile": try once(name, &header.profile, word(name))
        case "clock": try once(name, &header.clock, word(name))
        case "seed": try once(name, &header.seed, number(upTo: .max))
        case "level": try once(name, &header.level, word(name))
        case "sources": try once(name, &header.sources, sources())
        default: try skip()
        }
    }

    private mutating func sources() throws(LineFailure) -> [Trace.Source] {
        try take { (json) throws(JSONReader.Failure) in try json.beginArray() }
        var sources: [Trace.Source] = []
        while case let isFirst = sources.isEmpty,
            try take({ (json) throws(JSONReader.Failure) in try json.hasElement(isFirst: isFirst) })
        {
            var file: String?
            var text: String?
            try forEachField { (reader, name) throws(LineFailure) in
                switch name {
                case "file": try reader.once(name, &file, reader.string())
                case "text": try reader.once(name, &text, reader.string())
                default: try reader.skip()
                }
            }
            sources.append(Trace.Source(file: try need(file, "file"), text: try need(text, "text")))
        }
        return sources
    }

    private mutating func read(_ name: String, into fields: inout EventFields) throws(LineFailure) {
        switch name {
        case "seq": try once(name, &fields.sequence, number())
        case "t": try once(name, &fields.time, number())
        case "kind":
            try once(name, &fields.kind, kind())
            if fields.knownKind == nil { fields.knownKind = fields.kind }
        case "thread": try once(name, &fields.thread, number(upTo: UInt64(UInt16.max)))
        case "phase": try once(name, &fields.phase, word(name))
        case "cause": try once(name, &fields.cause, number())
        case "at": try once(name, &fields.place, located())
        case "rawSubject": try once(name, &fields.subject, number())
        case "rawValue": try once(name, &fields.value, number())
        case "rawText": try once(name, &fields.text, string())
        case "end" where fields.knownKind == nil: try once(name, &fields.isEnd, boolean())
        case "events" where fields.knownKind == nil: try once(name, &fields.eventCount, number())
        default:
            guard let kind = fields.knownKind else {
                fields.isOutOfOrder = true
                return try skip()
            }
            try read(name, of: kind, into: &fields)
        }
    }

    private mutating func read(
        _ name: String, of kind: EncodedKind, into fields: inout EventFields
    ) throws(LineFailure) {
        if name == kind.text, !name.isEmpty { return try once(name, &fields.text, string()) }
        switch (kind.subject, name) {
        case (.callback, "callback"): return try once(name, &fields.subject, number(upTo: 1 << 48 - 1))
        case (.callback, "callbackThread"):
            return try once(name, &fields.callbackThread, number(upTo: UInt64(UInt16.max)))
        case (.number(let expected), name) where expected == name: return try once(name, &fields.subject, number())
        case (.choicePoint, "point"): return try once(name, &fields.subject, raw(ChoicePoint.self, name))
        default: try readValue(name, of: kind, into: &fields)
        }
    }

    private mutating func readValue(
        _ name: String, of kind: EncodedKind, into fields: inout EventFields
    ) throws(LineFailure) {
        switch (kind.value, name) {
        case (.number(let expected), name) where expected == name,
            (.optionalNumber(let expected), name) where expected == name:
            try once(name, &fields.value, number())
        case (.text(let expected), name) where expected == name: try once(name, &fields.valueText, string())
        case (.flag(let expected), name) where expected == name:
            try once(name, &fields.value, boolean() ? 1 : 0)
        case (.delay, "delay"): try once(name, &fields.value, number(upTo: TraceEvent.repeating - 1))
        case (.delay, "repeats"): try once(name, &fields.extra, boolean() ? TraceEvent.repeating : 0)
        case (.exitCode, "code"): try once(name, &fields.value, signedNumber())
        case (.choice, "alternatives"): try once(name, &fields.extra, number(upTo: UInt64(UInt32.max)) << 32)
        case (.choice, "taken"): try once(name, &fields.value, number(upTo: UInt64(UInt32.max)))
        case (.queue, "queue"): try once(name, &fields.value, raw(CallbackKind.self, name))
        case (.outcome, "outcome"): try once(name, &fields.value, raw(EncodedOutcome.self, name))
        case (.settlement, "state"): try once(name, &fields.value, raw(EncodedSettlement.self, name))
        case (.taskSource, "source"): try once(name, &fields.value, raw(TaskSource.self, name))
        case (.stream, "stream"): try once(name, &fields.value, raw(EncodedStream.self, name))
        default: try skip()
        }
    }

    // MARK: - The event

    private func event(
        _ fields: EventFields, _ tables: inout DecodedTables
    ) throws(LineFailure) -> TraceEvent {
        let kind = try need(fields.kind, "kind")
        let thread = UInt16(truncatingIfNeeded: try need(fields.thread, "thread"))
        var event = TraceEvent(
            sequence: try need(fields.sequence, "seq"), time: try need(fields.time, "t"), kind: kind.kind,
            thread: thread, phase: try need(fields.phase, "phase"), cause: fields.cause ?? 0)
        switch kind.subject {
        case .none: event.subject = fields.subject ?? 0
        case .callback:
            event.subject = try need(fields.subject, "callback") | (fields.callbackThread ?? UInt64(thread)) << 48
        case .number(let name): event.subject = try need(fields.subject, name)
        case .choicePoint: event.subject = try need(fields.subject, "point")
        }
        // In the order in which a recorder's numbers are given.
        event.text = tables.text(fields.text ?? "")
        if let place = fields.place {
            guard let number = tables.place(place.text) else { throw .wrong(offset: place.offset, .place) }
            event.place = number
        }
        switch kind.value {
        case .none, .optionalNumber, .flag: event.value = fields.value ?? 0
        case .text: event.value = UInt64(tables.text(fields.valueText ?? ""))
        case .delay: event.value = try need(fields.value, "delay") | (fields.extra ?? 0)
        case .choice: event.value = try need(fields.value, "taken") | need(fields.extra, "alternatives")
        case .number, .queue, .outcome, .settlement, .exitCode, .taskSource, .stream:
            event.value = try need(fields.value, kind.valueName)
        }
        return event
    }

    // MARK: - Values

    private mutating func take<Value>(
        _ body: (inout JSONReader) throws(JSONReader.Failure) -> Value
    ) throws(LineFailure) -> Value {
        do throws(JSONReader.Failure) {
            return try body(&json)
        } catch {
            throw .wrong(offset: error.offset, .json(error.expected))
        }
    }

    private mutating func string() throws(LineFailure) -> String {
        try take { (json) throws(JSONReader.Failure) in try json.string() }
    }

    private mutating func boolean() throws(LineFailure) -> Bool {
        try take { (json) throws(JSONReader.Failure) in try json.boolean() }
    }

    // No number of a recorder is larger, and so none that is read makes a reader's sum overflow.
    private mutating func number(upTo limit: UInt64 = UInt64(Int64.max)) throws(LineFailure) -> UInt64 {
        try take { (json) throws(JSONReader.Failure) in try json.number(upTo: limit) }
    }

    private mutating func signedNumber() throws(LineFailure) -> UInt64 {
        let number = try take { (json) throws(JSONReader.Failure) in try json.signedNumber() }
        return UInt64(UInt32(bitPattern: number))
    }

    private mutating func skip() throws(LineFailure) {
        try take { (json) throws(JSONReader.Failure) in try json.skipValue() }
    }

    private mutating func located() throws(LineFailure) -> EventFields.Place {
        let offset = json.offset
        return EventFields.Place(text: try string(), offset: offset)
    }

    private mutating func word<Word: EncodedWord>(_ field: String) throws(LineFailure) -> Word {
        let offset = json.offset
        guard let word = Word(encodedName: try string()) else {
            throw .wrong(offset: offset, .word(field: field, known: Word.encodedNames))
        }
        return word
    }

    private mutating func raw<Word: EncodedWord & RawRepresentable>(
        _ type: Word.Type, _ field: String
    ) throws(LineFailure) -> UInt64 where Word.RawValue == UInt8 {
        let word: Word = try word(field)
        return UInt64(word.rawValue)
    }

    private mutating func kind() throws(LineFailure) -> EncodedKind {
        let offset = json.offset
        let name = try string()
        guard let kind = EncodedKind.named[name] else { throw .wrong(offset: offset, .kind(name)) }
        return kind
    }

    @inline(__always)
    private func once<Value>(_ name: String, _ field: inout Value?, _ value: Value) throws(LineFailure) {
        if field != nil { throw .wrong(offset: json.offset, .once(name)) }
        field = value
    }

    private func need<Value>(_ field: Value?, _ name: String) throws(LineFailure) -> Value {
        guard let field else { throw .wrong(offset: start, .field(name)) }
        return field
    }
}

/// What the first line has said so far.
private struct HeaderFields {
    var version: UInt64?
    var writer: String?
    var program: String?
    var profile: LoopProfile?
    var clock: ClockKind?
    var seed: UInt64?
    var level: TraceLevel?
    var sources: [Trace.Source]?
}

/// What the line of an event has said so far.
private struct EventFields {
    struct Place {
        var text: String
        var offset: Int
    }

    var sequence: UInt64?
    var time: UInt64?
    var kind: EncodedKind?
    /// The kind, also where it was found by reading the line before.
    var knownKind: EncodedKind?
    var thread: UInt64?
    var phase: TracePhase?
    var cause: UInt64?
    var place: Place?
    var subject: UInt64?
    var callbackThread: UInt64?
    var value: UInt64?
    /// What is added to the value.
    var extra: UInt64?
    var valueText: String?
    var text: String?
    var isEnd: Bool?
    var eventCount: UInt64?
    /// Whether there was a field whose meaning the kind would have told.
    var isOutOfOrder = false
}
