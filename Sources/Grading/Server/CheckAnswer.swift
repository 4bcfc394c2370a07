// SPDX-License-Identifier: MIT
internal import HostRuntime

/// All that a process which did a task can answer; hostile until it has been read with care.
enum CheckAnswer: Equatable {
    /// What came of the check that it ran.
    case ending(CheckEnding)
    /// The checks, in order.
    case checks([CheckDescription])
    /// The file of the checks is wrong; the engine's words.
    case badChecks(String)

    /// The byte with which a process says that the submission comes next; an answer begins with no such byte.
    static let readyMark: UInt8 = 0x4C

    var bytes: [UInt8] {
        var wire = WireWriter()
        switch self {
        case .ending(let ending):
            wire.number(0)
            ending.write(to: &wire)
        case .checks(let checks):
            wire.number(1)
            wire.list(checks) { $1.write(to: &$0) }
        case .badChecks(let message):
            wire.number(2)
            wire.text(message)
        }
        return wire.bytes
    }

    /// Reads an answer.
    init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
        var wire = WireReader(bytes)
        switch try wire.number() {
        case 0: self = .ending(try CheckEnding(&wire))
        case 1: self = .checks(try wire.list { (wire) throws(WireError) in try CheckDescription(&wire) })
        case 2: self = .badChecks(try wire.text())
        default: throw .damaged
        }
        guard wire.isAtEnd else { throw .damaged }
    }
}
