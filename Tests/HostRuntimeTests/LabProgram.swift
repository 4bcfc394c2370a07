// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// One program with what it must print, which somebody worked out by hand: Node has nothing to compare the lab with.
struct LabProgram: Sendable, CustomTestStringConvertible {
    /// Where the programs are: those in `virtual` print virtual times, those in `both` nothing that depends on a clock.
    static let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent("LabPrograms")

    /// The programs of one folder, by name.
    static func all(in folder: String) -> [LabProgram] {
        let directory = root.appendingPathComponent(folder)
        let names = (try? FileManager.default.contentsOfDirectory(atPath: directory.path)) ?? []
        return names.filter { $0.hasSuffix(".js") || $0.hasSuffix(".mjs") }.sorted().map { name in
            let file = directory.appendingPathComponent(name)
            let expected = file.deletingPathExtension().appendingPathExtension("expected")
            return LabProgram(
                testDescription: "\(folder)/\(name)", source: .file(file.path),
                expected: (try? Data(contentsOf: expected)).map(Array.init))
        }
    }

    /// The examples of Docs/lab.md: each block of JavaScript with the block of text after it.
    static let examples: [LabProgram] = {
        let repository = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
            .deletingLastPathComponent()
        let document = try? String(contentsOf: repository.appendingPathComponent("Docs/lab.md"), encoding: .utf8)
        let block = /```js\n(?<code>(?s:.*?))```\n(?:\n```text\n(?<printed>(?s:.*?))```\n)?/
        let blocks = (document ?? "").matches(of: block)
        return blocks.enumerated().map { index, block in
            LabProgram(
                testDescription: "example \(index + 1)", source: .text(String(block.output.code)),
                expected: block.output.printed.map { Array($0.utf8) })
        }
    }()

    /// Where a program's text is.
    enum Source: Sendable {
        case file(String)
        case text(String)
    }

    /// What failures call it.
    let testDescription: String
    /// Its text.
    let source: Source
    /// What it must print; nil where that was forgotten.
    let expected: [UInt8]?

    /// Runs it in a process of its own.
    func run(clock: String) throws -> ChildProcess.Outcome {
        var process = ChildProcess(arguments: ["run", "--clock", clock])
        switch source {
        case .file(let path): process.arguments.append(path)
        case .text(let text):
            let name = testDescription.replacingOccurrences(of: " ", with: "-") + ".mjs"
            process.arguments.append(try TemporaryDirectory.shared.write(name, text))
        }
        return try process.run()
    }
}
