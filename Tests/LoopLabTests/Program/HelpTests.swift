// SPDX-License-Identifier: MIT
import EngineTesting
import Testing

/// What `--help` says of the program and of each command, and how that looks on 80 columns.
@Suite struct HelpTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    private func output(_ words: String...) throws -> String {
        let result = try ProgramProcess(words, folder: folder).finish()
        #expect(result.exit == .code(0) && result.errors.isEmpty, "\(words): \(result)")
        return result.output
    }

    /// The commands that the help of the program lists, in its order.
    private func commands() throws -> [String] {
        let names = try output("--help").split(separator: "\n").compactMap { row -> String? in
            guard let head = row.firstRange(of: "looplab "), row[..<head.lowerBound].count == 7 else { return nil }
            let name = row[head.upperBound...].prefix { $0 != " " }
            return name.isEmpty ? nil : String(name)
        }
        return names.filter { $0 != "help" }
    }

    @Test func everyCommandIsThere() throws {
        let commands = try commands()
        #expect(commands.count > 25 && Set(commands).count == commands.count, "\(commands)")
        for name in ["run", "learn", "check", "step", "grade", "report"] { #expect(commands.contains(name)) }
    }

    @Test func allOfItFitsIntoEightyColumns() throws {
        #expect(try output("help") == output("--help") && output("-h") == output("--help"))
        for name in [nil] + (try commands()) as [String?] {
            let text = try name.map { try output($0, "--help") } ?? output("--help")
            let long = text.split(separator: "\n").filter { $0.count > 80 }.map(String.init)
            #expect(long == [], "\(name ?? "looplab")")
        }
    }

    /// Usage first, options in columns behind an empty row, exit codes at the left.
    @Test func allCommandsLookAlike() throws {
        for name in try commands() {
            let text = try output(name, "--help")
            #expect(try output("help", name) == text)
            let rows = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(
                rows[0].hasPrefix("usage: looplab \(name)") && text.hasSuffix("\n") && !text.hasSuffix("\n\n"),
                "\(text)")
            #expect(!text.contains("\n\n\n") && !text.contains(" \n") && !text.contains("\n exit codes"), "\(text)")
            if let first = rows.firstIndex(where: { $0.hasPrefix("  -") }) {
                #expect(rows[first - 1].isEmpty || rows[first - 1].hasSuffix(":"), "\(text)")
            }
            for row in rows where row.contains("exit codes:") { #expect(row.hasPrefix("exit codes:"), "\(text)") }
        }
    }
}
