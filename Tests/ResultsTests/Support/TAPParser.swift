// SPDX-License-Identifier: MIT

/// A document of TAP 14, or a subtest in one.
struct TAPDocument {
    struct Point {
        var isOK: Bool
        var number: Int
        var description: String
        /// In lower case; nil where there is none.
        var directive: String?
        var reason: String?
        var block: [String] = []
        var subtest: TAPDocument?
    }

    struct Malformed: Error, CustomStringConvertible {
        var description: String
    }

    private(set) var plan: Int?
    private(set) var points: [Point] = []

    /// Whether the harness would say that it passed.
    var hasPassed: Bool { points.allSatisfy { $0.isOK || $0.directive != nil } }

    /// Parses a document with its version line; a line that is nothing of TAP is an error here.
    init(_ text: String) throws {
        var lines = text.split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        guard lines.first == "TAP version 14", lines.last == "" else { throw Malformed(description: "frame") }
        lines = Array(lines.dropFirst().dropLast())
        try self.init(lines: lines)
    }

    private init(lines: [String]) throws {
        var pending: (name: String, lines: [String])?
        var index = 0
        while index < lines.count {
            let line = lines[index]
            index += 1
            if line.hasPrefix("    "), pending != nil {
                pending?.lines.append(String(line.dropFirst(4)))
            } else if line.hasPrefix("# Subtest: ") {
                pending = (String(line.dropFirst(11)), [])
            } else if let match = line.wholeMatch(of: /1\.\.([0-9]+)(?: # .+)?/) {
                guard plan == nil, points.isEmpty else { throw Malformed(description: "second plan") }
                plan = Int(match.1)
            } else if line == "  ---" {
                guard !points.isEmpty, let end = lines[index...].firstIndex(of: "  ...") else {
                    throw Malformed(description: "block without end")
                }
                points[points.count - 1].block = lines[index..<end].map { String($0.dropFirst(2)) }
                guard lines[index..<end].allSatisfy({ $0.hasPrefix("  ") }) else {
                    throw Malformed(description: "indentation of a block")
                }
                index = end + 1
            } else {
                var point = try Self.point(line)
                if let subtest = pending {
                    guard Self.unescaped(subtest.name) == point.description else {
                        throw Malformed(description: "subtest \(subtest.name) ends as \(point.description)")
                    }
                    point.subtest = try TAPDocument(lines: subtest.lines)
                    pending = nil
                }
                points.append(point)
            }
        }
        guard plan == points.count, points.map(\.number) == Array(1..<points.count + 1) else {
            throw Malformed(description: "plan \(plan ?? -1), points \(points.map(\.number))")
        }
    }

    // By scalars: a mark behind a sign does not make another one of it.
    private static func point(_ line: String) throws -> Point {
        guard let match = line.wholeMatch(of: /(not )?ok ([0-9]+) - (.*)/), let number = Int(match.2) else {
            throw Malformed(description: "no test point: \(line)")
        }
        var (text, directive, reason): (String, String?, String?) = (String(match.3), nil, nil)
        // The first sign that no backslash stands before, between spaces.
        var isEscaped = false
        for index in text.unicodeScalars.indices {
            if isEscaped {
                isEscaped = false
                continue
            }
            let scalar = text.unicodeScalars[index]
            if scalar == "\\" { isEscaped = true }
            if scalar == "#" {
                guard let found = text[index...].wholeMatch(of: /# (SKIP|TO[D]O)(?: (.*))?/) else {
                    throw Malformed(description: "a bare # in \(text)")
                }
                (directive, reason) = (found.1.lowercased(), found.2.map { unescaped(String($0)) })
                text = String(text[..<index].dropLast())
                break
            }
        }
        return Point(
            isOK: match.1 == nil, number: number, description: unescaped(text), directive: directive, reason: reason)
    }

    private static func unescaped(_ text: String) -> String {
        var result = ""
        var isEscaped = false
        for scalar in text.unicodeScalars {
            if !isEscaped, scalar == "\\" {
                isEscaped = true
            } else {
                result.unicodeScalars.append(scalar)
                isEscaped = false
            }
        }
        return result
    }
}
