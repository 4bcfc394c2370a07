// SPDX-License-Identifier: MIT
internal import Glibc

/// What became of a process that a server made for a task; the server's own words, but for the answer in it.
struct ServerReply: Equatable {
    enum Ending: Equatable {
        /// It left with this code.
        case left(code: Int32)
        /// It died by this signal.
        case died(signal: Int32)
        /// It was killed because real time was over.
        case timedOut
        /// It was killed because it answered too much.
        case flooded
        /// It was never there; the system's error.
        case neverBegan(errno: Int32)
    }

    var ending: Ending
    /// Whether it came close to the memory that it was allowed.
    var usedMuchMemory = false
    /// Processor time that it spent, in nanoseconds.
    var processorTime: UInt64 = 0
    /// What it said; hostile.
    var answer: ArraySlice<UInt8> = []

    /// Whether it had got as far as the submission.
    var wasReady: Bool { answer.first == CheckAnswer.readyMark }

    var bytes: [UInt8] {
        var wire = WireWriter()
        let (kind, number) =
            switch ending {
            case .left(let code): (0, code)
            case .died(let signal): (1, signal)
            case .timedOut: (2, 0)
            case .flooded: (3, 0)
            case .neverBegan(let errno): (4, errno)
            }
        wire.number(kind)
        wire.number(Int(number))
        wire.flag(usedMuchMemory)
        wire.number(processorTime)
        wire.data(Array(answer))
        return wire.bytes
    }
}

extension ServerReply {
    /// Reads a reply.
    init(_ bytes: ArraySlice<UInt8>) throws(WireError) {
        var wire = WireReader(bytes)
        let kind = try wire.number()
        guard let number = Int32(exactly: try wire.signed()) else { throw .damaged }
        switch kind {
        case 0: ending = .left(code: number)
        case 1: ending = .died(signal: number)
        case 2: ending = .timedOut
        case 3: ending = .flooded
        case 4: ending = .neverBegan(errno: number)
        default: throw .damaged
        }
        usedMuchMemory = try wire.flag()
        processorTime = try wire.number()
        answer = try wire.data()
        guard wire.isAtEnd else { throw .damaged }
    }
}
