// SPDX-License-Identifier: MIT
import Foundation
import Testing

/// One program of this directory with what it has to print: below Programs/, what Node printed for it.
struct BehaviourProgram: Sendable, CustomTestStringConvertible {
    /// Every program below Programs/, by name.
    static let all = all(below: "Programs")

    /// Every program below a folder of this directory, by name; what lies in folders named `fixtures` is imported by
    /// others.
    static func all(below folder: String) -> [BehaviourProgram] {
        let root = URL(fileURLWithPath: #filePath).deletingLastPathComponent().appendingPathComponent(folder)
        let paths = FileManager.default.enumerator(atPath: root.path)?.compactMap { $0 as? String } ?? []
        let programs = paths.filter { path in
            let isImported = path.split(separator: "/").dropLast().contains("fixtures")
            return !isImported && (path.hasSuffix(".js") || path.hasSuffix(".mjs"))
        }
        return programs.sorted().map { BehaviourProgram(root: root, name: $0) }
    }

    private let root: URL
    /// The path below the folder.
    let name: String

    var testDescription: String { name }

    /// The part of the runtime that the program is about: the first folder.
    var area: Substring { name.prefix { $0 != "/" } }

    /// The file's path.
    var path: String { root.appendingPathComponent(name).path }

    /// What it must print.
    func expectedOutput() throws -> [UInt8] {
        Array(try Data(contentsOf: recording("expected")))
    }

    /// The lines that it prints under the wrong rules that its folder is named after.
    func predictedLines() throws -> [String] {
        let text = try String(contentsOf: recording("predicted"), encoding: .utf8)
        return text.split(separator: "\n", omittingEmptySubsequences: false).dropLast().map(String.init)
    }

    /// The code that it must end with.
    func expectedCode() throws -> Int32 {
        let url = recording("exitcode")
        guard FileManager.default.fileExists(atPath: url.path) else { return 0 }
        let text = try String(contentsOf: url, encoding: .utf8).trimmingCharacters(in: .whitespacesAndNewlines)
        return try #require(Int32(text), "\(url.path) holds no number")
    }

    /// The lines that it must write to standard error, without the frames of stacks.
    func expectedErrors() throws -> [String] {
        let url = recording("errors")
        guard FileManager.default.fileExists(atPath: url.path) else { return [] }
        return try String(contentsOf: url, encoding: .utf8).split(separator: "\n").map(String.init)
    }

    /// The comment that it begins with.
    func header() throws -> String {
        let lines = try String(contentsOfFile: path, encoding: .utf8).split(separator: "\n")
        return lines.prefix { $0.hasPrefix("//") }.map { $0.dropFirst(2) }.joined()
    }

    private func recording(_ kind: String) -> URL {
        root.appendingPathComponent(name).deletingPathExtension().appendingPathExtension(kind)
    }
}

/// The first lines in which two texts differ, for a failure's message.
func differences(expected: [UInt8], actual: [UInt8], limit: Int = 3) -> String {
    func lines(_ bytes: [UInt8]) -> [String] {
        bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
            .map { String(decoding: $0, as: UTF8.self) }
    }
    let (left, right) = (lines(expected), lines(actual))
    let numbers = (0..<max(left.count, right.count)).filter { number in
        number >= left.count || number >= right.count || left[number] != right[number]
    }
    return numbers.prefix(limit).map { number in
        let wanted = number < left.count ? left[number] : "(end)"
        let found = number < right.count ? right[number] : "(end)"
        return "line \(number + 1): expected \(wanted.debugDescription), got \(found.debugDescription)"
    }
    .joined(separator: "; ")
}
