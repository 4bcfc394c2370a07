// SPDX-License-Identifier: MIT
public import CivilTime
public import SQLStorage

extension ProgressStore {
    /// Records an attempt; when this returns, it is on the disk.
    ///
    /// Throws `ProgressError.invalidAttempt` for what no attempt can be, and what keeps the database from being
    /// written: then the attempt was not recorded, and the same call may be tried again.
    @discardableResult
    public func append(_ attempt: Attempt) throws(ProgressError) -> AttemptID {
        if let field = attempt.invalidField { throw .invalidAttempt(field) }
        let devices = DeviceTable(connection: connection)
        return try connection.transaction(.writing) { () throws(ProgressError) in
            // Nobody else can record one from here on, so the head stays the head.
            let head = try devices.own()
            let id = AttemptID(device: head.device, number: head.number + 1)
            let time = max(attempt.ended, head.recorded)
            let hash = CanonicalBytes.hash(of: attempt, id: id, recorded: time, after: head.hash)
            let recorded = RecordedAttempt(id: id, attempt: attempt, recorded: time, previous: head.hash, hash: hash)
            try AttemptRow.insert(recorded, into: connection)
            try devices.save(DeviceHead(device: id.device, number: id.number, hash: hash, recorded: time))
            try summaries.include(recorded)
            return id
        }
    }

    /// The attempts at an exercise, in their order.
    public func attempts(at exercise: String, course: String) throws(ProgressError) -> [RecordedAttempt] {
        var result: [RecordedAttempt] = []
        try AttemptRow.forEach(
            in: connection, "WHERE course = ? AND exercise = ?", [.text(course), .text(exercise)]
        ) { (recorded) throws(ProgressError) in result.append(recorded) }
        return result
    }

    /// Calls `body` with every attempt, in their order, from a moment on where one is given.
    ///
    /// Attempts of a device whose clock went back count as recorded with the one before them, so an attempt may have
    /// ended before that moment.
    public func forEachAttempt(
        since moment: Timestamp? = nil, _ body: (RecordedAttempt) throws(ProgressError) -> Void
    ) throws(ProgressError) {
        if let moment {
            try AttemptRow.forEach(in: connection, "WHERE recorded >= ?", [.time(moment)], body)
        } else {
            try AttemptRow.forEach(in: connection, "", [], body)
        }
    }

    /// How many attempts there are.
    public func attemptCount() throws(ProgressError) -> Int {
        try connection.number("SELECT count(*) FROM attempt")
    }

    /// The ends of the chains of all devices, by device.
    public func deviceHeads() throws(ProgressError) -> [DeviceHead] {
        try DeviceTable(connection: connection).heads()
    }
}
