// SPDX-License-Identifier: MIT
public import Scheduling

/// The ordered record of everything that happened in one run.
///
/// Views, statistics, explanations and exports all read this value and nothing else. With the virtual clock the same
/// program gives an equal trace on every machine.
public struct Trace: Equatable, Sendable {
    /// How the run was made.
    public struct Header: Equatable, Sendable {
        /// The version of LoopLab that recorded it.
        public var version: String
        /// What was run, as the person named it.
        public var program: String
        /// Which queues and globals the program found.
        public var profile: LoopProfile
        /// Which kind of time it saw.
        public var clock: ClockKind
        /// What decided the orders that are left open.
        public var seed: UInt64
        /// How much was recorded.
        public var level: TraceLevel

        /// Makes a header from its parts.
        public init(
            version: String, program: String, profile: LoopProfile = .node, clock: ClockKind = .virtual,
            seed: UInt64 = 0,
            level: TraceLevel = .queues
        ) {
            self.version = version
            self.program = program
            self.profile = profile
            self.clock = clock
            self.seed = seed
            self.level = level
        }
    }

    /// A source text that the run used, by the name that places give it.
    public struct Source: Equatable, Sendable {
        /// The name of the file as places give it.
        public var file: String
        /// Its text.
        public var text: String

        /// Makes a source from its parts.
        public init(file: String, text: String) {
            self.file = file
            self.text = text
        }
    }

    /// How the run was made.
    public var header: Header
    /// What happened, by ascending sequence number.
    public var events: [TraceEvent]
    /// The texts that events name by number; number 0 is the empty text.
    public var texts: [String]
    /// The places that events name by number, the first being number 1.
    public var places: [SourcePosition]
    /// The source texts, that of the program first.
    public var sources: [Source]

    /// Makes a trace from its parts.
    public init(
        header: Header, events: [TraceEvent] = [], texts: [String] = [""], places: [SourcePosition] = [],
        sources: [Source] = []
    ) {
        self.header = header
        self.events = events
        self.texts = texts
        self.places = places
        self.sources = sources
    }

    /// The text of a number; empty for one that the trace does not have.
    public func text(_ number: UInt32) -> String {
        Int(number) < texts.count ? texts[Int(number)] : ""
    }

    /// The text of an event.
    public func text(of event: TraceEvent) -> String { text(event.text) }

    /// The place of an event; nil where it is not known.
    public func position(of event: TraceEvent) -> SourcePosition? {
        guard event.place > 0, Int(event.place) <= places.count else { return nil }
        return places[Int(event.place) - 1]
    }

    /// The index of the event with a sequence number; nil if it was not kept.
    public func index(of sequence: UInt64) -> Int? {
        var low = 0
        var high = events.count
        while low < high {
            let middle = (low + high) / 2
            if events[middle].sequence < sequence { low = middle + 1 } else { high = middle }
        }
        return low < events.count && events[low].sequence == sequence ? low : nil
    }

    /// The event with a sequence number; nil if it was not kept.
    public func event(_ sequence: UInt64) -> TraceEvent? {
        index(of: sequence).map { events[$0] }
    }

    /// The events from one back to the start of the run, the given one first; ends early where one was not kept.
    public func chain(from event: TraceEvent) -> [TraceEvent] {
        var chain = [event]
        var current = event
        while current.cause > 0, current.cause < current.sequence, let cause = self.event(current.cause) {
            chain.append(cause)
            current = cause
        }
        return chain
    }

    /// How many events were not kept.
    public var droppedCount: UInt64 {
        // A trace from elsewhere may hold any number.
        events.lazy.filter { $0.kind == .dropped }.reduce(0) { $0.advanced(byUpTo: $1.value) }
    }

    /// The lines of standard output, and of standard error if wanted, each with the event that printed it.
    ///
    /// A line that several writes made belongs to the first of them.
    public func outputLines(includingErrors: Bool = true) -> [OutputLine] {
        OutputLine.lines(of: self, includingErrors: includingErrors)
    }
}
