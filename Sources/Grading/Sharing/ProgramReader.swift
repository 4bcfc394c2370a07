// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// Reads what ``ProgramWriter`` writes, from bytes that anybody may have made.
struct ProgramReader {
    /// The levels by their numbers in a token.
    static let levels: [TraceLevel] = [.queues, .full, .steps]

    private var wire: WireReader

    init(_ bytes: [UInt8]) {
        wire = WireReader(bytes[...])
    }

    mutating func program() throws(TokenError) -> ReplayProgram {
        do throws(WireError) {
            return try read()
        } catch {
            throw .damaged
        }
    }

    private mutating func read() throws(WireError) -> ReplayProgram {
        let profile = try one(of: [LoopProfile.node, .browser])
        let level = try one(of: Self.levels)
        let seed = try wire.number()
        let choices = try wire.list { (wire) throws(WireError) in try wire.count() }
        let eventBudget = try wire.number()
        let entry = try one(of: [ReplayProgram.Entry.file, .code, .standardInput, .check])
        let directory = try wire.text()
        let arguments = try wire.list { (wire) throws(WireError) in try wire.text() }
        let files = try wire.list { (wire) throws(WireError) in
            ReplayProgram.File(path: try wire.text(), text: try wire.text())
        }
        guard wire.isAtEnd, Self.areFiles(files), directory.isEmpty || ReplayProgram.isPath(directory),
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

    private mutating func one<Value>(of values: [Value]) throws(WireError) -> Value {
        let number = try wire.number()
        guard number < values.count else { throw .damaged }
        return values[Int(number)]
    }
}
