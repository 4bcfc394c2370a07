// SPDX-License-Identifier: MIT
import EngineTesting
import Testing

/// What `--help` says of the program and of each command, and how that looks on 80 columns.
@Suite struct HelpTests {
    private let folder: ScratchFolder

    init() throws {
        folder = try ScratchFolder()
    }

    /// What is printed, which fits into 80 columns.
    private func text(_ words: [String]) throws -> String {
        let result = try ProgramProcess(words, folder: folder).finish()
        #expect(
            result.exit == .code(0) && result.errors.isEmpty && result.output.hasSuffix("\n"), "\(words): \(result)")
        for row in result.output.split(separator: "\n") { #expect(row.count <= 80, "\(words): \(row)") }
        return result.output
    }

    /// The commands that the help of the program lists, in its order.
    private func commands() throws -> [String] {
        let names = try text(["--help"]).split(separator: "\n").compactMap { row -> String? in
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

    /// Usage first, options in columns behind an empty row, exit codes at the left.
    @Test func allCommandsLookAlike() throws {
        for name in try commands() {
            let all = try text([name, "--help"])
            #expect(try text(["help", name]) == all)
            let rows = all.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
            #expect(
                rows[0].hasPrefix("usage: looplab \(name)") && !all.hasSuffix("\n\n"), "\(all)")
            #expect(!all.contains("\n\n\n") && !all.contains(" \n") && !all.contains("\n exit codes"), "\(all)")
            if let first = rows.firstIndex(where: { $0.hasPrefix("  -") }) {
                #expect(rows[first - 1].isEmpty || rows[first - 1].hasSuffix(":"), "\(all)")
            }
            for row in rows where row.contains("exit codes:") { #expect(row.hasPrefix("exit codes:"), "\(all)") }
        }
    }

    @Test(
        arguments: [
            (["--help"], "LoopLab: "), (["-h"], "LoopLab: "), (["help"], "LoopLab: "),
            (["run", "--help"], "usage: looplab run"), (["run", "-h"], "usage: looplab run"),
            (["run", "a.js", "--help"], "usage: looplab run"), (["help", "run"], "usage: looplab run"),
            (["learn", "--help"], "usage: looplab learn"), (["help", "learn"], "usage: looplab learn"),
        ] as [([String], String)])
    func itIsFoundInSeveralWays(words: [String], named: String) throws {
        #expect(try text(words).hasPrefix(named))
    }

    @Test func itNamesEveryOptionAndExitCode() throws {
        let run = try text(["run", "--help"])
        let words = [
            "--profile", "--frame-report", "--clock", "--seed", "--timeout", "--max-heap", "--color", "-e", " - ",
            "124", "130", "134",
        ]
        for word in words {
            #expect(run.contains(word), "\(word)")
        }
        let program = try text(["--help"])
        for word in ["run", "learn", "help", "--profile", "--clock", "--seed", "--color", "--help", "--version"] {
            #expect(program.contains(word), "\(word)")
        }
    }
}
