// SPDX-License-Identifier: MIT
internal import Markup

/// How far somebody is in a lesson, and what they have done in it; it can be kept as text.
///
/// It outlives changes of the lesson: places are recognized by what they say.
public struct LessonPosition: Hashable, Sendable {
    /// How an activity stands.
    public enum Outcome: String, CaseIterable, Hashable, Sendable {
        /// It was tried and not reached so far.
        case open
        /// It was reached: ordered right, answered right, printed.
        case reached
        /// The learner had it shown.
        case skipped
    }

    /// What was done in one activity.
    public struct Record: Hashable, Sendable {
        /// Which one it is.
        public let key: String
        /// How often it was tried.
        public var tries: Int
        /// How it stands.
        public var outcome: Outcome
    }

    /// The lesson.
    public let lesson: ContentID
    /// The step, counted from 0.
    public internal(set) var step: Int
    /// Stands for what the step says.
    public internal(set) var stepHash: String
    /// Whether the lesson has been gone through once.
    public internal(set) var isFinished: Bool
    /// What was done, in the order in which it was begun.
    public internal(set) var records: [Record]

    init(lesson: ContentID, step: Int = 0, stepHash: String = "", isFinished: Bool = false, records: [Record] = []) {
        self.lesson = lesson
        self.step = step
        self.stepHash = stepHash
        self.isFinished = isFinished
        self.records = records
    }

    func record(_ key: String) -> Record? {
        records.first { $0.key == key }
    }

    mutating func change(_ key: String, _ body: (inout Record) -> Void) {
        let index =
            records.firstIndex { $0.key == key }
            ?? {
                records.append(Record(key: key, tries: 0, outcome: .open))
                return records.count - 1
            }()
        body(&records[index])
    }

    // MARK: - As text

    /// The position as one line of JSON.
    public var encoded: String {
        var writer = JSONWriter()
        writer.beginObject()
        writer.member("lesson", lesson.description)
        writer.member("step", step)
        writer.member("hash", stepHash)
        writer.member("finished", isFinished)
        writer.list("done", records) { record, writer in
            writer.member("key", record.key)
            writer.member("tries", record.tries)
            writer.member("outcome", record.outcome.rawValue)
        }
        writer.endObject()
        return String(decoding: writer.bytes, as: UTF8.self)
    }

    /// Reads what `encoded` gave; nil where it is something else.
    ///
    /// Keys of later versions are passed over.
    public init?(encoded: String) {
        var reader = JSONReader(Array(encoded.utf8), textLimit: 200)
        guard let position = try? Self.read(&reader) else { return nil }
        self = position
    }

    private static func read(_ reader: inout JSONReader) throws(JSONReader.Failure) -> LessonPosition? {
        var lesson: ContentID?
        var position = (step: 0, hash: "", isFinished: false, records: [Record]())
        var isFirst = true
        try reader.beginObject()
        while let key = try reader.nextKey(isFirst: isFirst) {
            isFirst = false
            switch key {
            case "lesson": lesson = ContentID(try reader.string())
            case "step": position.step = Int(try reader.number(upTo: 1_000_000))
            case "hash": position.hash = try reader.string()
            case "finished": position.isFinished = try reader.boolean()
            case "done": position.records = try records(&reader)
            default: try reader.skipValue()
            }
        }
        try reader.finish()
        return lesson.map {
            LessonPosition(
                lesson: $0, step: position.step, stepHash: position.hash, isFinished: position.isFinished,
                records: position.records)
        }
    }

    private static func records(_ reader: inout JSONReader) throws(JSONReader.Failure) -> [Record] {
        var records: [Record] = []
        try reader.beginArray()
        var isFirst = true
        while try reader.hasElement(isFirst: isFirst) {
            isFirst = false
            var record = (key: "", tries: 0, outcome: Outcome.open)
            var isFirstKey = true
            try reader.beginObject()
            while let key = try reader.nextKey(isFirst: isFirstKey) {
                isFirstKey = false
                switch key {
                case "key": record.key = try reader.string()
                case "tries": record.tries = Int(try reader.number(upTo: 1_000_000))
                case "outcome": record.outcome = Outcome(rawValue: try reader.string()) ?? .open
                default: try reader.skipValue()
                }
            }
            records.append(Record(key: record.key, tries: record.tries, outcome: record.outcome))
        }
        return records
    }

    // MARK: - In a lesson that may have changed

    /// The same position in the lesson as it is now.
    ///
    /// That is the step where it is unchanged or has moved, else the step of the activity that was begun, else the
    /// nearest. What was done in activities that are gone is forgotten.
    func placed(in steps: [LessonStep], of lesson: ContentID) -> LessonPosition {
        guard self.lesson == lesson, !steps.isEmpty else {
            return LessonPosition(lesson: lesson, stepHash: steps.first?.hash ?? "")
        }
        var placed = self
        let keys = Set(steps.compactMap(\.activityKey))
        placed.records = records.filter { keys.contains($0.key) }
        let alike = steps.indices.filter { steps[$0].hash == stepHash }
        placed.step = alike.min { abs($0 - step) < abs($1 - step) } ?? nearest(in: steps)
        placed.stepHash = steps[placed.step].hash
        return placed
    }

    /// Not before the first activity that was begun and is still open, not behind the end.
    private func nearest(in steps: [LessonStep]) -> Int {
        let open = records.last.flatMap { $0.outcome == .open ? $0.key : nil }
        if let open, let index = steps.firstIndex(where: { $0.activityKey == open }) { return index }
        let isDone = Set(records.filter { $0.outcome != .open }.map(\.key))
        let behind = steps.lastIndex { $0.activityKey.map(isDone.contains) == true }.map { $0 + 1 } ?? 0
        return min(max(step, behind), steps.count - 1)
    }
}
