// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Results
internal import SQLStorage

// The hashes by which rows are known. A field that is added later needs another form, and old rows keep theirs.
extension CanonicalBytes {
    /// Of what came of a submission, without where it lay and when it was handed in.
    static func content(of result: SubmissionResult) -> ChainHash {
        var bytes = CanonicalBytes(form: "looplab gradebook result 1")
        bytes.add(result.learner)
        bytes.add(result.exercise)
        bytes.add(result.provenance.submission)
        bytes.add(result.provenance.exercise)
        bytes.add(result.provenance.engine)
        bytes.add(result.title)
        let status = StatusRow(result.status)
        bytes.add(status.name)
        bytes.add(optional: status.words)
        bytes.add(optional: status.number)
        bytes.add(optional: status.line)
        bytes.add(status.place)
        bytes.add(count: result.checks.count)
        for check in result.checks { bytes.add(check) }
        return bytes.hash
    }

    /// Of a file that was handed in.
    static func handIn(of result: SubmissionResult) -> ChainHash {
        var bytes = CanonicalBytes(form: "looplab gradebook hand-in 1")
        bytes.add(result.learner)
        bytes.add(result.exercise)
        bytes.add(result.provenance.submission)
        bytes.add(result.path)
        bytes.add(optional: result.submittedAt.map { Int($0) })
        return bytes.hash
    }

    private mutating func add(_ check: CheckResult) {
        let row = OutcomeRow(check.outcome)
        add(check.name)
        add(check.possible.thousandths)
        add(check.earned.thousandths)
        add(check.isExtra ? 1 : 0)
        add(check.isHidden ? 1 : 0)
        add(row.number)
        add(optional: row.message)
        add(optional: row.reason)
        if case .failed(let failure) = check.outcome {
            add(failure.details)
            add(failure.place)
            add(optional: failure.nanoseconds.map { Int(bitPattern: UInt($0)) })
            add(optional: failure.replayToken)
        }
        add(check.output)
        add(check.timeline)
    }

    private mutating func add(_ place: CheckResult.Place?) {
        add(optional: place?.file)
        add(optional: place?.line)
        add(optional: place?.column)
    }
}
