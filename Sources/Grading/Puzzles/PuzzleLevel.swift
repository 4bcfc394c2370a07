// SPDX-License-Identifier: MIT

/// How hard a generated program is: 1 to 10.
public struct PuzzleLevel: Equatable, Sendable {
    /// The number.
    public let number: Int

    /// A level; nil for a number outside 1 to 10.
    public init?(_ number: Int) {
        guard (1...10).contains(number) else { return nil }
        self.number = number
    }

    /// All levels, the easiest first.
    public static let all = (1...10).compactMap { PuzzleLevel($0) }

    /// How many lines its programs print.
    var lines: ClosedRange<Int> {
        switch number {
        case 1: 3...4
        case 2: 3...5
        case 3: 4...6
        case 4: 4...6
        case 5: 5...7
        case 6: 5...7
        case 7: 5...8
        case 8: 6...8
        case 9: 7...9
        default: 8...11
        }
    }

    /// How deep callbacks ask for callbacks.
    var depth: Int { number < 3 ? 0 : number < 6 ? 1 : number < 9 ? 2 : 3 }

    /// The blocks of which each program has one at least.
    var newBlocks: [PuzzleBlock] {
        switch number {
        case 1: [.zeroTimer, .timers]
        case 2: [.reaction]
        case 3: [.chain, .microtask]
        case 4: [.asyncFunction, .executor]
        case 5: [.tick]
        case 6: [.rejected, .deferred]
        case 7: [.immediate, .poll]
        case 8: [.combinator, .thenable]
        case 9: [.adoption, .asyncFunction]
        default: [.adoption, .combinator, .poll, .deferred, .thenable]
        }
    }

    /// The blocks that its programs may have.
    var blocks: [PuzzleBlock] {
        Array(
            PuzzleLevel.all.prefix(number).flatMap(\.newBlocks).reduce(into: []) { known, block in
                if !known.contains(block) { known.append(block) }
            })
    }
}

/// A stretch of a program that shows one thing.
enum PuzzleBlock: Equatable, Sendable {
    case zeroTimer
    case timers
    case reaction
    case chain
    case microtask
    case asyncFunction
    case executor
    case tick
    case rejected
    case deferred
    case immediate
    case poll
    case combinator
    case thenable
    case adoption

    /// How many lines it prints at least.
    var leastLines: Int {
        switch self {
        case .chain, .asyncFunction, .executor, .timers, .poll, .adoption: 2
        default: 1
        }
    }
}
