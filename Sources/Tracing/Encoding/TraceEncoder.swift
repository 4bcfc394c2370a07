// SPDX-License-Identifier: MIT
internal import Markup
internal import Scheduling

/// Writes a trace as versioned JSON Lines: a header, one line for each event, and an end mark with their count.
///
/// The format is described in `Docs/trace-format.md`. Equal traces give equal bytes.
public struct TraceEncoder {
    private let trace: Trace
    /// The places as they are written.
    private let places: [String]

    /// Prepares to write a trace.
    public init(_ trace: Trace) {
        self.trace = trace
        places = trace.places.map { "\($0.file):\($0.line):\($0.column)" }
    }

    /// The whole file.
    ///
    /// ``TraceDecoder`` gives an equal trace back for every trace that was recorded: one whose sequence numbers ascend
    /// and whose texts and places are numbered in the order of events.
    public var bytes: [UInt8] {
        var writer = JSONWriter(capacity: 256 + trace.events.count * 112)
        writeHeader(&writer)
        for event in trace.events {
            write(event, &writer)
            writer.endLine()
        }
        writer.beginObject()
        writer.member("end", true)
        writer.member("events", trace.events.count)
        writer.endObject()
        writer.endLine()
        return writer.bytes
    }

    private func writeHeader(_ writer: inout JSONWriter) {
        let header = trace.header
        writer.beginObject()
        writer.field("looplab", "trace")
        writer.field("version", TraceFormat.version)
        writer.field("writer", header.version)
        writer.field("program", header.program)
        writer.field("profile", header.profile.encodedName)
        writer.field("clock", header.clock.encodedName)
        writer.field("seed", header.seed)
        writer.field("level", header.level.encodedName)
        writer.list("sources", trace.sources) { source, writer in
            writer.field("file", source.file)
            writer.field("text", source.text)
        }
        writer.endObject()
        writer.endLine()
    }

    // MARK: - Events

    private func write(_ event: TraceEvent, _ writer: inout JSONWriter) {
        let kind = EncodedKind.all[Int(event.kind.rawValue)]
        writer.beginObject()
        writer.field("seq", event.sequence)
        writer.field("t", event.time)
        writer.field("kind", kind.name)
        writer.field("thread", UInt64(event.thread))
        writer.field("phase", event.phase.encodedName)
        if event.cause > 0 { writer.field("cause", event.cause) }
        write(event, as: kind.subject, &writer)
        write(event, as: kind.value, &writer)
        let text = trace.text(of: event)
        if !text.isEmpty { writer.field(kind.text.isEmpty ? "rawText" : kind.text, text) }
        if event.place > 0, Int(event.place) <= places.count {
            writer.field("at", places[Int(event.place) - 1])
        }
        writer.endObject()
    }

    private func write(_ event: TraceEvent, as form: EncodedKind.Subject, _ writer: inout JSONWriter) {
        switch form {
        case .callback:
            let thread = event.subject >> 48
            writer.field("callback", event.subject & 0xFFFF_FFFF_FFFF)
            if thread != UInt64(event.thread) { writer.field("callbackThread", thread) }
        case .number(let name): writer.field(name, event.subject)
        case .choicePoint:
            writer.field("point", ChoicePoint.self, event.subject, raw: "rawSubject")
        case .none:
            if event.subject > 0 { writer.field("rawSubject", event.subject) }
        }
    }

    private func write(_ event: TraceEvent, as form: EncodedKind.Value, _ writer: inout JSONWriter) {
        let value = event.value
        switch form {
        case .number(let name): writer.field(name, value)
        case .optionalNumber(let name):
            if value > 0 { writer.field(name, value) }
        case .text(let name):
            let text = trace.text(UInt32(truncatingIfNeeded: value))
            if !text.isEmpty { writer.field(name, text) }
        case .flag(let name) where value < 2:
            if value == 1 { writer.flag(name) }
        case .delay where value < TraceEvent.repeating << 1:
            writer.field("delay", value & (TraceEvent.repeating - 1))
            if value & TraceEvent.repeating > 0 { writer.flag("repeats") }
        case .exitCode where value <= UInt64(UInt32.max):
            writer.member("code", Int(Int32(truncatingIfNeeded: value)))
        case .choice:
            writer.field("alternatives", value >> 32)
            writer.field("taken", value & 0xFFFF_FFFF)
        case .queue: writer.field("queue", CallbackKind.self, value, raw: "rawValue")
        case .outcome: writer.field("outcome", EncodedOutcome.self, value, raw: "rawValue")
        case .settlement: writer.field("state", EncodedSettlement.self, value, raw: "rawValue")
        case .taskSource: writer.field("source", TaskSource.self, value, raw: "rawValue")
        case .stream: writer.field("stream", EncodedStream.self, value, raw: "rawValue")
        case .none, .flag, .delay, .exitCode:
            if value > 0 { writer.field("rawValue", value) }
        }
    }
}

extension JSONWriter {
    fileprivate mutating func field(_ name: String, _ value: UInt64) {
        key(name)
        number(value)
    }

    fileprivate mutating func field(_ name: String, _ value: String) {
        key(name)
        string(value)
    }

    fileprivate mutating func flag(_ name: String) {
        key(name)
        boolean(true)
    }

    /// Writes the word for a number, or under another name the number itself where it has no word.
    fileprivate mutating func field<Word: EncodedWord & RawRepresentable>(
        _ name: String, _ type: Word.Type, _ value: UInt64, raw: String
    ) where Word.RawValue == UInt8 {
        if let small = UInt8(exactly: value), let word = Word(rawValue: small) {
            field(name, word.encodedName)
        } else {
            field(raw, value)
        }
    }
}
