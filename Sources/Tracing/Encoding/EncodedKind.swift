// SPDX-License-Identifier: MIT

/// How the format writes one kind of event: its name, and the names of what the event is about.
///
/// `Docs/trace-format.md` lists the same for people; a test compares the two.
struct EncodedKind: Sendable {
    /// How `subject` is written.
    enum Subject: Equatable, Sendable {
        /// It has no meaning.
        case none
        /// A callback: "callback", and "callbackThread" where that is not the event's own.
        case callback
        /// A number.
        case number(String)
        /// The word for a point of choice.
        case choicePoint
    }

    /// How `value` is written.
    enum Value: Equatable, Sendable {
        /// It has no meaning.
        case none
        /// A number.
        case number(String)
        /// A number that is left out where it is 0.
        case optionalNumber(String)
        /// The number of a text that is left out where it is empty.
        case text(String)
        /// "true", or left out.
        case flag(String)
        /// The word for a kind of callback.
        case queue
        /// "delay", and "repeats" for an interval.
        case delay
        /// How a callback ended.
        case outcome
        /// How a promise was settled.
        case settlement
        /// A number of 32 bits with a sign.
        case exitCode
        /// "alternatives" and "taken".
        case choice
        /// The word for a task source.
        case taskSource
        /// Where output went.
        case stream
    }

    let kind: TraceEvent.Kind
    let name: String
    let subject: Subject
    let value: Value
    /// The name of the event's text, or empty where that has no meaning.
    ///
    /// An empty text is left out.
    let text: String

    /// The fields that every event of the kind has.
    let required: [String]
    /// The fields that an event of the kind may have.
    let optional: [String]

    init(
        _ kind: TraceEvent.Kind, _ name: String, subject: Subject = .none, value: Value = .none, text: String = ""
    ) {
        self.kind = kind
        self.name = name
        self.subject = subject
        self.value = value
        self.text = text
        required = Self.names(of: subject).required + Self.names(of: value).required
        optional = Self.names(of: subject).optional + Self.names(of: value).optional + (text.isEmpty ? [] : [text])
    }

    /// The first field of the value.
    var valueName: String { Self.names(of: value).required.first ?? "" }

    private typealias Names = (required: [String], optional: [String])

    private static func names(of subject: Subject) -> Names {
        switch subject {
        case .none: ([], [])
        case .callback: (["callback"], ["callbackThread"])
        case .number(let name): ([name], [])
        case .choicePoint: (["point"], [])
        }
    }

    private static func names(of value: Value) -> Names {
        switch value {
        case .none: ([], [])
        case .number(let name): ([name], [])
        case .optionalNumber(let name), .text(let name), .flag(let name): ([], [name])
        case .queue: (["queue"], [])
        case .delay: (["delay"], ["repeats"])
        case .outcome: (["outcome"], [])
        case .settlement: (["state"], [])
        case .exitCode: (["code"], [])
        case .choice: (["alternatives", "taken"], [])
        case .taskSource: (["source"], [])
        case .stream: (["stream"], [])
        }
    }
}

// MARK: - The kinds

extension EncodedKind {
    /// All kinds, in the order of the cases.
    static let all = TraceEvent.Kind.allCases.map(Self.of)

    /// The kinds by name.
    static let named = Dictionary(all.map { ($0.name, $0) }) { first, _ in first }

    private static func of(_ kind: TraceEvent.Kind) -> EncodedKind {
        switch kind {
        case .threadStarted: .init(kind, "threadStarted", subject: .number("number"), text: "program")
        case .threadEnded:
            .init(kind, "threadEnded", subject: .number("number"), value: .exitCode, text: "reason")
        case .queued: .init(kind, "queued", subject: .callback, value: .queue, text: "api")
        case .timerSet: .init(kind, "timerSet", subject: .callback, value: .delay, text: "api")
        case .cleared: .init(kind, "cleared", subject: .callback)
        case .started: .init(kind, "started", subject: .callback, value: .queue)
        case .ended: .init(kind, "ended", subject: .callback, value: .outcome)
        case .blocked:
            .init(kind, "blocked", subject: .callback, value: .number("nanoseconds"), text: "operation")
        case .turnStarted: .init(kind, "turnStarted", value: .number("turn"))
        case .phaseEntered: .init(kind, "phaseEntered")
        case .checkpointEntered: .init(kind, "checkpointEntered")
        case .clockJumped: .init(kind, "clockJumped", value: .number("from"))
        case .choice: .init(kind, "choice", subject: .choicePoint, value: .choice)
        case .taskSourceChosen: .init(kind, "taskSourceChosen", value: .taskSource)
        case .frameBegan: .init(kind, "frameBegan", value: .number("number"))
        case .loopEmptied: .init(kind, "loopEmptied")
        case .promiseCreated: .init(kind, "promiseCreated", subject: .number("promise"))
        case .promiseSettled:
            .init(kind, "promiseSettled", subject: .number("promise"), value: .settlement)
        case .handlerAttached:
            .init(
                kind, "handlerAttached", subject: .number("promise"), value: .optionalNumber("derived"), text: "api")
        case .awaitSuspended:
            .init(kind, "awaitSuspended", subject: .number("promise"), value: .optionalNumber("awaits"))
        case .awaitResumed: .init(kind, "awaitResumed", subject: .number("promise"))
        case .rejectionUnhandled:
            .init(kind, "rejectionUnhandled", subject: .number("promise"), text: "reason")
        case .rejectionHandled: .init(kind, "rejectionHandled", subject: .number("promise"))
        case .jobQueued: .init(kind, "jobQueued", subject: .callback, text: "operation")
        case .jobStarted: .init(kind, "jobStarted", subject: .callback, value: .optionalNumber("lane"))
        case .jobEnded: .init(kind, "jobEnded", subject: .callback)
        case .messageSent: .init(kind, "messageSent", text: "api")
        case .messageDelivered: .init(kind, "messageDelivered", subject: .number("sent"))
        case .output:
            .init(kind, "output", subject: .number("number"), value: .stream, text: "text")
        case .uncaughtError: .init(kind, "uncaughtError", text: "text")
        case .programEnded: .init(kind, "programEnded", value: .exitCode, text: "reason")
        case .frameEntered: .init(kind, "frameEntered", subject: .number("frame"), text: "function")
        case .frameLeft: .init(kind, "frameLeft", subject: .number("frame"), value: .flag("waits"))
        case .statement: .init(kind, "statement", subject: .number("frame"), value: .number("depth"))
        case .variable:
            .init(kind, "variable", subject: .number("frame"), value: .text("value"), text: "name")
        case .dropped: .init(kind, "dropped", value: .number("count"))
        case .listenerAdded:
            .init(kind, "listenerAdded", subject: .number("emitter"), value: .number("listeners"), text: "event")
        case .listenerRemoved:
            .init(kind, "listenerRemoved", subject: .number("emitter"), value: .number("listeners"), text: "event")
        }
    }
}

/// The version of the format, and the fields that do not belong to a kind.
enum TraceFormat {
    /// What this program writes, and the newest that it reads.
    static let version: UInt64 = 1

    /// The fields of the first line, in order.
    static let header = ["looplab", "version", "writer", "program", "profile", "clock", "seed", "level", "sources"]
    /// The fields of a source.
    static let source = ["file", "text"]
    /// The fields that every event has.
    static let required = ["seq", "t", "kind", "thread", "phase"]
    /// The fields that any event may have; the last three hold what its kind has no name for.
    static let optional = ["cause", "at", "rawSubject", "rawValue", "rawText"]
    /// The fields of the last line.
    static let end = ["end", "events"]

    /// How the first line of every trace begins.
    static let mark = Array(#"{"looplab":"trace""#.utf8)
}
