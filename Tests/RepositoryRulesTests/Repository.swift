// SPDX-License-Identifier: MIT
import Foundation

/// The files of this repository, as they lie on disk: a copy without version control is checked the same way.
enum Repository {
    /// The root directory.
    static let root = URL(fileURLWithPath: #filePath)
        .deletingLastPathComponent().deletingLastPathComponent().deletingLastPathComponent()

    /// The path of every file, relative to the root, sorted; without what is built or ignored.
    static let files: [String] = walk("").sorted()

    /// The files whose path ends with one of the extensions and begins with one of the prefixes.
    static func files(withExtensions extensions: Set<String>, below prefixes: [String] = [""]) -> [String] {
        files.filter { path in
            extensions.contains((path as NSString).pathExtension) && prefixes.contains { path.hasPrefix($0) }
        }
    }

    /// The text of a file; bytes that are not UTF-8 are replaced.
    static func text(of path: String) throws -> String {
        String(decoding: try Data(contentsOf: root.appendingPathComponent(path)), as: UTF8.self)
    }

    /// The lines of a file, without their ends.
    static func lines(of path: String) throws -> [String] {
        var lines = try text(of: path).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
        if lines.last?.isEmpty == true { lines.removeLast() }
        return lines
    }

    // What .gitignore names, and version control itself.
    private static let ignoredNames: Set<String> = [".build", ".git", ".DS_Store"]

    private static func walk(_ directory: String) -> [String] {
        let path = root.appendingPathComponent(directory).path
        let names = (try? FileManager.default.contentsOfDirectory(atPath: path)) ?? []
        return names.flatMap { name -> [String] in
            if ignoredNames.contains(name) || name.hasSuffix(".swp") { return [] }
            let relative = directory.isEmpty ? name : "\(directory)/\(name)"
            var isDirectory: ObjCBool = false
            let isFound = FileManager.default.fileExists(atPath: "\(root.path)/\(relative)", isDirectory: &isDirectory)
            return isFound && isDirectory.boolValue ? walk(relative) : [relative]
        }
    }
}

extension Repository {
    /// Where recorded programs of the reference Node lie, and those whose output the HTML standard decides.
    static let programs = ["Tests/HostRuntimeTests/Programs/", "Tests/HostRuntimeTests/BrowserPrograms/"]

    /// Whether a file is part of a recorded program: a piece of evidence, to which rules of style do not apply.
    static func isRecorded(_ path: String) -> Bool {
        programs.contains { path.hasPrefix($0) }
    }

    /// All source files that people write here: Swift, C, C++, JavaScript and scripts.
    static let sources: [String] = files.filter { path in
        if isRecorded(path) { return false }
        if path.hasPrefix("Scripts/") || path == ".ci/run" || path == "Makefile" { return true }
        return SourceLanguage(path: path) != nil || path.hasSuffix(".modulemap")
    }
}
