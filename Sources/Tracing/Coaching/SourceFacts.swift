// SPDX-License-Identifier: MIT

/// What the text of one source file says about its calls, functions and awaits.
///
/// The record of a run tells what happened at a place; this tells what the program does there with what it gets. The
/// engine's parser makes it, see `internal/source_facts.js`. Without facts the coach says less, never more.
public struct SourceFacts: Equatable, Sendable {
    /// What becomes of the value of a call.
    public enum Use: String, Sendable {
        /// Nothing: the call is a statement.
        case discarded
        /// Nothing, and `void` says that this is meant.
        case voided
        /// It is awaited.
        case awaited
        /// It is returned.
        case returned
        /// `then`, `catch` or `finally` is called on it.
        case chained
        /// It is given to another call.
        case given
        /// It is kept in a variable or a property, or used in an expression.
        case kept
    }

    /// A call, or a `new`.
    public struct Call: Equatable, Sendable {
        /// Where it is, for people and mostly for the engine: at the name that is called.
        public var place: Point
        /// Where the engine says that it is when it has arguments: behind the name of a function.
        public var placeBehind: Point
        /// The whole call.
        public var range: Range<Point>
        /// What becomes of its value.
        public var use: Use
        /// What is called, as "save", "db.query" or "new Promise"; empty for what has no name.
        public var callee: String
        /// The function that it stands in, as its number in `functions`.
        public var function: Int
        /// The call that its value is given to, or that is chained to it, as its number in `calls`.
        public var consumer: Int?
        /// Whether other statements follow that of the call.
        public var isFollowed: Bool
        /// Whether it is given a function that is written out.
        public var takesFunction: Bool

        /// The last part of the callee: "query" of "db.query".
        public var method: Substring { callee.split(separator: ".").last ?? "" }
    }

    /// A function, or the program itself.
    public struct Function: Equatable, Sendable {
        /// What it is.
        public enum Kind: Int, Sendable {
            /// A function that runs to its end.
            case plain
            /// An async function.
            case async
            /// The program.
            case program
        }
        /// What it is.
        public var kind: Kind
        /// Its name, or that of the variable or property that it is put into; empty for none.
        public var name: String
        /// The whole function.
        public var range: Range<Point>
        /// The function around it, as its number.
        public var parent: Int?
        /// Whether a `try` with a `catch` is around all its calls.
        public var keepsItsErrors: Bool
        /// The call that it is given to as an argument, as its number in `calls`.
        public var givenTo: Int?
        /// Where its body begins: before that is its head, where the engine says that its promise is made.
        public var bodyStart: Point
    }

    /// An `await`.
    public struct Await: Equatable, Sendable {
        /// The whole expression.
        public var range: Range<Point>
        /// The function that it stands in, as its number.
        public var function: Int
        /// Whether it stands in a loop that has no end of its own: `while (true)`, `for (;;)`, `for await`.
        public var isInEndlessLoop: Bool
        /// The call that is awaited, as its number.
        public var call: Int?
    }

    /// Awaits of which none needs what another gave, as far as the text tells.
    public struct Sequence: Equatable, Sendable {
        /// Whether it is one await in a loop.
        public var isLoop: Bool
        /// Where the awaits begin.
        public var awaits: [Point]
    }

    /// A line and a column, both from 1.
    public struct Point: Hashable, Comparable, Sendable {
        /// From 1.
        public var line: Int
        /// From 1, in UTF-16 units.
        public var column: Int

        /// Makes a point from its parts.
        public init(_ line: Int, _ column: Int) {
            self.line = line
            self.column = column
        }

        /// Whether it stands before another.
        public static func < (first: Point, second: Point) -> Bool {
            (first.line, first.column) < (second.line, second.column)
        }
    }

    /// The file, as places name it.
    public var file: String
    /// The calls, outer ones before those in their arguments.
    public private(set) var calls: [Call] = []
    /// The functions, the program first.
    public private(set) var functions: [Function] = []
    /// The awaits, in the order of the text.
    public private(set) var awaits: [Await] = []
    /// The awaits that could have begun together.
    public private(set) var sequences: [Sequence] = []

    /// Reads the lines that `internal/source_facts.js` writes; what it does not know is left out.
    public init(file: String, rows: String) {
        self.file = file
        for row in rows.split(separator: "\n") {
            let fields = row.split(separator: "\t", omittingEmptySubsequences: false)
            let words = Words(fields.dropFirst())
            switch fields.first {
            case "function": if let function = Function(words) { functions.append(function) }
            case "call": if let call = Call(words) { calls.append(call) }
            case "await": if let wait = Await(words) { awaits.append(wait) }
            case "sequence": sequences.append(Sequence(words))
            default: break
            }
        }
    }
}

// MARK: - Looking up

extension SourceFacts {
    /// The call that the engine says is at a place.
    func call(at point: Point) -> Int? {
        calls.firstIndex { $0.place == point || $0.placeBehind == point }
    }

    /// The await that begins nearest before a place on its line or holds it.
    func wait(at point: Point) -> Await? {
        awaits.last { $0.range.lowerBound <= point && point <= $0.range.upperBound }
    }

    /// The number of the innermost function that holds a place.
    func function(around point: Point) -> Int? {
        functions.lastIndex { $0.range.lowerBound <= point && point < $0.range.upperBound }
    }

    /// The last call of the chain of `then`, `catch` and `finally` that a call begins.
    func endOfChain(_ call: Int) -> Call {
        var current = calls[call]
        while current.use == .chained, let next = current.consumer { current = calls[next] }
        return current
    }
}

// MARK: - Reading

/// The fields of a row, taken one after the other.
private final class Words {
    private var rest: ArraySlice<Substring>

    init(_ fields: ArraySlice<Substring>) { rest = fields }

    var isEmpty: Bool { rest.isEmpty }
    func text() -> String { String(rest.popFirst() ?? "") }
    func number() -> Int { Int(rest.popFirst() ?? "") ?? 0 }
    func index() -> Int? {
        let number = number()
        return number < 0 ? nil : number
    }
    func point() -> SourceFacts.Point {
        let line = number()
        return SourceFacts.Point(line, number())
    }
    func range() -> Range<SourceFacts.Point> {
        let start = point()
        return start..<max(start, point())
    }
}

extension SourceFacts.Function {
    fileprivate init?(_ words: Words) {
        _ = words.number()
        parent = words.index()
        guard let kind = Kind(rawValue: words.number()) else { return nil }
        self.kind = kind
        name = words.text()
        range = words.range()
        keepsItsErrors = words.number() == 1
        givenTo = words.index()
        bodyStart = words.point()
    }
}

extension SourceFacts.Call {
    fileprivate init?(_ words: Words) {
        _ = words.number()
        function = words.number()
        place = words.point()
        placeBehind = words.point()
        range = words.range()
        guard let use = SourceFacts.Use(rawValue: words.text()) else { return nil }
        self.use = use
        callee = words.text()
        consumer = words.index()
        isFollowed = words.number() == 1
        takesFunction = words.number() == 1
    }
}

extension SourceFacts.Await {
    fileprivate init?(_ words: Words) {
        function = words.number()
        range = words.range()
        isInEndlessLoop = words.number() == 1
        call = words.index()
    }
}

extension SourceFacts.Sequence {
    fileprivate init(_ words: Words) {
        isLoop = words.text() == "loop"
        awaits = []
        while !words.isEmpty { awaits.append(words.point()) }
    }
}
