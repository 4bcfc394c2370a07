// SPDX-License-Identifier: MIT
internal import Scheduling

/// Puts a program together, statement by statement, by a sequence of chance.
///
/// It writes nothing whose order Node leaves open: all timers are due at times of their own, ten milliseconds apart,
/// but for those of 0 ms, which keep their order; an immediate and a timer of 0 ms meet in a poll callback only.
struct PuzzleComposer {
    /// Where a statement stands.
    struct Place {
        /// When it runs, in milliseconds from the program's start.
        var time = 0
        /// How much deeper callbacks may go.
        var depth: Int
        /// Whether a timer of 0 ms may be set here.
        var allowsZeroTimer: Bool
        /// Whether an immediate may be queued here.
        var allowsImmediate: Bool

        /// The place within a callback.
        func inside(time: Int? = nil) -> Place {
            Place(
                time: time ?? self.time, depth: depth - 1, allowsZeroTimer: allowsZeroTimer && !allowsImmediate,
                allowsImmediate: false)
        }
    }

    /// A stretch of the script: what is declared above, and what runs.
    struct Piece {
        var declarations: [PuzzleStatement] = []
        var statements: [PuzzleStatement]
    }

    /// What stands for a line until lines get their names.
    static let blank = "?"

    let level: PuzzleLevel
    var chance: SplitMix64
    /// The times at which timers are due.
    private var dueTimes: Set<Int> = []
    private var functionNames: [String]
    private var promiseNames: [String]

    /// Begins with a sequence of chance.
    init(_ level: PuzzleLevel, _ chance: SplitMix64) {
        self.level = level
        self.chance = chance
        functionNames = ["load", "greet", "save", "work", "cook", "check"]
        promiseNames = ["gate", "door", "signal"]
        functionNames = shuffled(functionNames)
        promiseNames = shuffled(promiseNames)
    }

    // MARK: - The script

    /// A whole program.
    mutating func program() -> [PuzzleStatement] {
        let count = level.lines.lowerBound + number(level.lines.count)
        var kinds = required()
        let hasPoll = kinds.contains(.poll)
        let hasImmediate = kinds.contains(.immediate)
        let place = Place(
            depth: level.depth, allowsZeroTimer: !hasPoll && !hasImmediate, allowsImmediate: hasImmediate)
        let allowed = level.blocks.filter { kind in
            switch kind {
            case .poll: false
            case .immediate: hasImmediate
            case .zeroTimer: place.allowsZeroTimer
            default: true
            }
        }
        let beginsWithLine = happens(35)
        var left = count - (beginsWithLine ? 2 : 1)
        var pieces: [Piece] = []
        while left > 0 {
            let kind = kinds.popLast() ?? pick(allowed, favouringLast: true)
            // What is new at this level comes first, with as many lines as it needs.
            let fits = kind.leastLines <= left
            let extra = level.number < 3 ? 0 : number(3)
            let lines = fits ? min(left, kind.leastLines + extra) : left
            pieces.append(piece(fits ? kind : level.number == 1 ? .zeroTimer : .reaction, lines, place))
            left -= lines
        }
        pieces = shuffled(pieces)
        var statements = pieces.flatMap(\.declarations)
        if beginsWithLine { statements.append(.log(Self.blank)) }
        statements += pieces.flatMap(\.statements)
        // The end of the script is mostly where somebody forgets that it goes on.
        statements.insert(.log(Self.blank), at: statements.count - (happens(25) && pieces.count > 1 ? 1 : 0))
        return statements
    }

    private mutating func required() -> [PuzzleBlock] {
        let new = level.newBlocks
        if level.number == 1 { return happens(50) ? [.zeroTimer, .timers] : [.timers, .zeroTimer] }
        if level.number == 10 {
            return Array(shuffled(new).prefix(2))
        }
        // The last one comes first: what is new, and then something that is known already. A timer of 0 ms does not go
        // with an immediate or a completion, nor these with each other.
        let first = pick(new)
        let apart: [PuzzleBlock] = [.zeroTimer, .immediate, .poll]
        return [pick(level.blocks.filter { $0 != first && !(apart.contains(first) && apart.contains($0)) }), first]
    }

    // MARK: - Chance

    mutating func number(_ bound: Int) -> Int { chance.number(below: bound) }

    /// Whether something happens that does so often in a hundred.
    mutating func happens(_ percent: Int) -> Bool { number(100) < percent }

    mutating func pick<Element>(_ elements: [Element], favouringLast: Bool = false) -> Element {
        // The greater one of two: later elements are newer.
        let place = number(elements.count)
        return elements[favouringLast ? max(place, number(elements.count)) : place]
    }

    mutating func shuffled<Element>(_ elements: [Element]) -> [Element] {
        var elements = elements
        for place in elements.indices.dropFirst().reversed() { elements.swapAt(place, number(place + 1)) }
        return elements
    }

    mutating func functionName() -> String { functionNames.popLast() ?? "step\(number(1_000))" }

    mutating func promiseName() -> String { promiseNames.popLast() ?? "wait\(number(1_000))" }

    /// A delay after which nothing else is due.
    mutating func delay(at time: Int) -> Int {
        let free = stride(from: 20, through: 90, by: 10).filter { !dueTimes.contains(time + $0) }
        let delay = free.isEmpty ? (dueTimes.max() ?? 0) - time + 10 : pick(free)
        dueTimes.insert(time + delay)
        return delay
    }

    // MARK: - Bodies

    /// What a callback does that prints so many lines, itself or by what it asks for.
    mutating func body(_ lines: Int, _ place: Place) -> [PuzzleStatement] {
        guard lines > 1, place.depth > 0 else {
            return Array(repeating: .log(Self.blank), count: lines)
        }
        let nested = nested(lines - 1, place)
        return happens(50) ? [.log(Self.blank)] + nested : nested + [.log(Self.blank)]
    }

    /// A callback that a callback asks for.
    private mutating func nested(_ lines: Int, _ place: Place) -> [PuzzleStatement] {
        var kinds: [PuzzleBlock] = [.reaction]
        if level.number >= 3 { kinds.append(.microtask) }
        if level.number >= 5 { kinds.append(.tick) }
        if place.allowsZeroTimer { kinds.append(.zeroTimer) }
        switch pick(kinds) {
        case .microtask: return [.microtask(body(lines, place.inside()))]
        case .tick: return [.tick(body(lines, place.inside()))]
        case .zeroTimer: return [.timer(body(lines, place.inside()), delay: 0)]
        default:
            let first = lines > 1 && happens(50) ? 1 : lines
            let links = [PuzzleLink.then(body(first, place.inside()))]
            return [.chain(.resolved, first < lines ? links + [.then(body(lines - first, place.inside()))] : links)]
        }
    }

    /// Links that print so many lines, one or two each.
    mutating func links(_ lines: Int, _ place: Place) -> [PuzzleLink] {
        var links: [PuzzleLink] = []
        var left = lines
        while left > 0 {
            let own = left > 1 && place.depth > 0 && happens(25) ? 2 : 1
            links.append(.then(body(own, place.inside())))
            left -= own
        }
        return links
    }
}
