// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// Reads what ``ProgramWriter`` writes, from bytes that anybody may have made.
struct ProgramReader {
    /// The levels by their numbers in a token.
    static let levels: [TraceLevel] = [.queues, .full, .steps]

    private var rest: ArraySlice<UInt8>

    init(_ bytes: [UInt8]) {
        rest = bytes[...]
    }

    mutating func program() throws(TokenError) -> ReplayProgram {
        let profile = try one(of: [LoopProfile.node, .browser])
        let level = try one(of: Self.levels)
        let seed = try number()
        let choices = try list { (reader) throws(TokenError) in try reader.choice() }
        let eventBudget = try number()
        let entry = try one(of: [ReplayProgram.Entry.file, .code, .standardInput])
        let directory = try text()
        let arguments = try list { (reader) throws(TokenError) in try reader.text() }
        let files = try list { (reader) throws(TokenError) in
            ReplayProgram.File(path: try reader.text(), text: try reader.text())
        }
        guard rest.isEmpty, Self.areFiles(files), directory.isEmpty || ReplayProgram.isPath(directory),
            arguments.allSatisfy({ !$0.utf8.contains(0) })
        else { throw .damaged }
        var program = ReplayProgram(entry: entry, files: files)
        program.directory = directory
        program.arguments = arguments
        program.profile = profile
        program.seed = seed
        program.choices = choices
        program.level = level
        program.eventBudget = eventBudget
        return program
    }

    // No path twice, and none below another, which would have to be a directory.
    private static func areFiles(_ files: [ReplayProgram.File]) -> Bool {
        let paths = Set(files.map(\.path))
        guard !files.isEmpty, paths.count == files.count else { return false }
        return files.allSatisfy { file in
            guard ReplayProgram.isPath(file.path) else { return false }
            return !file.path.indices.contains { file.path[$0] == "/" && paths.contains(String(file.path[..<$0])) }
        }
    }

    private mutating func one<Value>(of values: [Value]) throws(TokenError) -> Value {
        let number = try number()
        guard number < values.count else { throw .damaged }
        return values[Int(number)]
    }

    private mutating func choice() throws(TokenError) -> Int {
        guard let choice = Int(exactly: try number()) else { throw .damaged }
        return choice
    }

    private mutating func number() throws(TokenError) -> UInt64 {
        var number: UInt64 = 0
        var shift: UInt64 = 0
        while let byte = rest.popFirst() {
            let bits = UInt64(byte & 0x7F)
            // No bit beyond the last, and no second way to write the same number.
            if shift == 63 && bits > 1 || shift > 0 && byte == 0 { throw .damaged }
            number |= bits << shift
            if byte < 0x80 { return number }
            shift += 7
            if shift > 63 { throw .damaged }
        }
        throw .damaged
    }

    private mutating func text() throws(TokenError) -> String {
        let count = try number()
        guard count <= rest.count else { throw .damaged }
        guard let text = String(validating: rest.prefix(Int(count)), as: UTF8.self) else { throw .damaged }
        rest = rest.dropFirst(Int(count))
        return text
    }

    private mutating func list<Element>(
        _ read: (inout ProgramReader) throws(TokenError) -> Element
    ) throws(TokenError) -> [Element] {
        // Each element has at least a byte.
        let count = try number()
        guard count <= rest.count else { throw .damaged }
        var elements: [Element] = []
        for _ in 0..<count { elements.append(try read(&self)) }
        return elements
    }
}
