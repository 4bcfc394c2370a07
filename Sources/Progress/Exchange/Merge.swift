// SPDX-License-Identifier: MIT
internal import CivilTime
internal import SQLStorage

/// What a merge has brought.
public struct MergeOutcome: Equatable, Sendable {
    /// Attempts that were not there before.
    public var added = 0
    /// Attempts that were there already.
    public var known = 0
    /// Devices of which nothing was there before.
    public var newDevices = 0
    /// Positions in lessons, states of exercises and names that were newer than ours.
    public var updated = 0
}

/// Puts what another store has into ours, in one transaction: the union of both.
///
/// Attempts are the same when device, number and hash are. Of positions, states and names the later counts, of two of
/// one moment the one that sorts last; so the result is the same in whatever order stores are put together.
struct Merge {
    let store: ProgressStore
    private(set) var outcome = MergeOutcome()
    private var conflicts: [AttemptPlace] = []
    // The last attempt that was taken of each device, and where it says that its chain ends.
    private var tails: [String: DeviceHead] = [:]
    private var announced: [String: DeviceHead] = [:]

    init(into store: ProgressStore) {
        self.store = store
    }

    private var connection: Connection { store.connection }
    private var devices: DeviceTable { DeviceTable(connection: connection) }

    mutating func take(_ record: ExportRecord) throws(ExportFailure) {
        switch record {
        case .header(let learner): try reaching { () throws(ProgressError) in try take(learner) }
        case .device(let head): announced[head.device] = head
        case .attempt(let recorded): try take(recorded)
        case .lesson(let position): try reaching { () throws(ProgressError) in try take(position) }
        case .exercise(let state): try reaching { () throws(ProgressError) in try take(state) }
        case .end: break
        }
    }

    /// Ends it: every chain must be whole; then the sums are made anew.
    mutating func finish() throws(ExportFailure) {
        for head in announced.values.sorted(by: { $0.device < $1.device }) where head.number > 0 {
            let tail = tails[head.device]
            if tail?.number != head.number || tail?.hash != head.hash {
                throw .wrong(.gap(device: head.device, number: (tail?.number ?? 0) + 1))
            }
        }
        if !conflicts.isEmpty { throw .store(.conflicting(conflicts)) }
        if outcome.added == 0 { return }
        let tails = tails
        try reaching { () throws(ProgressError) in
            for tail in tails.values {
                let known = try devices.head(of: tail.device)
                if known == nil || tail.number > known?.number ?? 0 { try devices.save(tail) }
            }
            try store.summaries.replace(with: try store.summaries.computed())
        }
    }

    private func reaching<Value>(
        _ body: () throws(ProgressError) -> Value
    ) throws(ExportFailure) -> Value {
        do throws(ProgressError) {
            return try body()
        } catch {
            throw .store(error)
        }
    }

    // MARK: - Attempts

    private mutating func take(_ recorded: RecordedAttempt) throws(ExportFailure) {
        if recorded.computedHash != recorded.hash { throw .wrong(.edited(recorded.place)) }
        try checkLink(recorded)
        tails[recorded.id.device] = DeviceHead(
            device: recorded.id.device, number: recorded.id.number, hash: recorded.hash, recorded: recorded.recorded)
        switch try reaching({ () throws(ProgressError) in try knownHash(recorded.id) }) {
        case recorded.hash?: outcome.known += 1
        case .some:
            if conflicts.count < ExportFormat.longestList { conflicts.append(recorded.place) }
        case nil:
            try reaching { () throws(ProgressError) in try AttemptRow.insert(recorded, into: connection) }
            outcome.added += 1
            if recorded.id.number == 1 { outcome.newDevices += 1 }
        }
    }

    // Each attempt follows the one before it in the same export; the first one may follow what is here.
    private func checkLink(_ recorded: RecordedAttempt) throws(ExportFailure) {
        let (device, number) = (recorded.id.device, recorded.id.number)
        if let tail = tails[device] {
            if number != tail.number + 1 { throw .wrong(.gap(device: device, number: tail.number + 1)) }
            if recorded.previous != tail.hash { throw .wrong(.brokenChain(recorded.place)) }
        } else if number == 1 {
            if recorded.previous != .zero { throw .wrong(.brokenChain(recorded.place)) }
        } else {
            let before = try reaching { () throws(ProgressError) in
                try knownHash(AttemptID(device: device, number: number - 1))
            }
            guard let before else { throw .wrong(.gap(device: device, number: number - 1)) }
            if recorded.previous != before { throw .wrong(.brokenChain(recorded.place)) }
        }
    }

    private func knownHash(_ id: AttemptID) throws(ProgressError) -> ChainHash? {
        let found = try connection.first(
            "SELECT hash FROM attempt WHERE device = ? AND number = ?", [.text(id.device), .integer(id.number)]
        ) { (row) throws(ProgressError) in ChainHash(bytes: try row.bytes(0)) }
        return found ?? nil
    }

    // MARK: - What is overwritten

    private mutating func take(_ learner: LearnerName) throws(ProgressError) {
        let known = try store.learner()
        if !known.isBefore(learner) { return }
        try store.save(learner)
        outcome.updated += 1
    }

    private mutating func take(_ position: LessonPosition) throws(ProgressError) {
        let known = try store.lessonPosition(course: position.course, lesson: position.lesson)
        var merged = position
        if let known {
            if !known.isBefore(position) { merged = known }
            merged.isFinished = known.isFinished || position.isFinished
        }
        if merged == known { return }
        try store.save(merged)
        outcome.updated += 1
    }

    private mutating func take(_ state: ExerciseState) throws(ProgressError) {
        let known = try store.exerciseState(of: state.exercise, course: state.course)
        if let known, !known.isBefore(state) { return }
        try store.save(state)
        outcome.updated += 1
    }
}

extension LearnerName {
    fileprivate func isBefore(_ other: LearnerName) -> Bool {
        (updated.milliseconds, name ?? "") < (other.updated.milliseconds, other.name ?? "")
    }
}

extension LessonPosition {
    fileprivate func isBefore(_ other: LessonPosition) -> Bool {
        (updated.milliseconds, block, state, courseVersion)
            < (other.updated.milliseconds, other.block, other.state, other.courseVersion)
    }
}

extension ExerciseState {
    fileprivate func isBefore(_ other: ExerciseState) -> Bool {
        (updated.milliseconds, hintLevel, started?.milliseconds ?? -1)
            < (other.updated.milliseconds, other.hintLevel, other.started?.milliseconds ?? -1)
    }
}
