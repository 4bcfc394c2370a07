// SPDX-License-Identifier: MIT
internal import Results

/// What a process that ran one check says of it; hostile until it has been read with care.
struct CheckReport: Equatable {
    enum Outcome: Equatable {
        case passed
        case failed(CheckResult.Failure)
        case stopped(StopReason)
    }

    var outcome: Outcome
    /// How much of the points was earned, in thousandths; from 0 to 1000.
    var share: Int
    /// What the submission printed.
    var output = ""
    /// What happened before the check failed.
    var timeline: [String] = []
}

/// A check as the file of checks describes it.
struct ListedCheck: Hashable {
    var name: String
    /// What it is worth, in thousandths of a point.
    var milliPoints: Int
    /// The check without which it is not run.
    var needs: String?
    var isExtra = false
    var isHidden = false
}

/// All that a process which was asked something can answer.
enum CheckAnswer: Equatable {
    /// What came of the check that it ran.
    case report(CheckReport)
    /// The checks, in order.
    case checks([ListedCheck])
    /// The file of the checks is wrong; the engine's words.
    case badChecks(String)
    /// It was stopped while it named the checks.
    case stopped(StopReason)

    /// The byte with which an answer begins as soon as nothing but the answer can be missing.
    static let readyMark: UInt8 = 0x4C

    var bytes: [UInt8] {
        var wire = WireWriter()
        switch self {
        case .report(let report):
            wire.number(0)
            report.write(to: &wire)
        case .checks(let checks):
            wire.number(1)
            wire.list(checks) { $1.write(to: &$0) }
        case .badChecks(let message):
            wire.number(2)
            wire.text(message)
        case .stopped(let reason):
            wire.number(3)
            reason.write(to: &wire)
        }
        return wire.bytes
    }

    /// Reads an answer.
    init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
        var wire = WireReader(bytes)
        switch try wire.number() {
        case 0: self = .report(try CheckReport(&wire))
        case 1: self = .checks(try wire.list { (wire) throws(WireError) in try ListedCheck(&wire) })
        case 2: self = .badChecks(try wire.text())
        case 3: self = .stopped(try StopReason(&wire))
        default: throw .damaged
        }
        guard wire.isAtEnd else { throw .damaged }
    }
}
