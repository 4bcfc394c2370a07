// SPDX-License-Identifier: MIT
public import CivilTime
internal import SQLStorage

/// How a learner wants to be called.
public struct LearnerName: Hashable, Sendable {
    /// The name; nil where they have none.
    public var name: String?
    /// When that was said.
    public var updated: Timestamp
}

extension ProgressStore {
    /// The learner's name.
    public func learner() throws(ProgressError) -> LearnerName {
        let found = try connection.first("SELECT name, named FROM owner") { (row) throws(ProgressError) in
            LearnerName(name: row.isNull(0) ? nil : try row.text(0), updated: try row.time(1))
        }
        guard let found else { throw .storage(.damaged(path: path, detail: "the table owner is empty")) }
        return found
    }

    /// Sets the learner's name, or takes it away.
    public func setLearner(name: String?, at now: Timestamp) throws(ProgressError) {
        try connection.transaction(.writing) { () throws(ProgressError) in
            try save(LearnerName(name: name, updated: now))
        }
    }

    /// Writes the row as it is.
    func save(_ learner: LearnerName) throws(ProgressError) {
        try connection.run(
            "UPDATE owner SET name = ?, named = ?", [.optional(learner.name), .time(learner.updated)])
    }
}
