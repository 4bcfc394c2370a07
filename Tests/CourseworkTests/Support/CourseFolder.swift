// SPDX-License-Identifier: MIT
import Foundation

/// A course in a folder of its own, gone when the test is over.
final class CourseFolder: Sendable {
    /// Where it is.
    let path: String

    /// The courses beside the tests.
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

    /// The course that has one of everything.
    static let tinyCourse = fixtures + "/TinyCourse"

    /// A folder with these files.
    init(_ files: [String: String] = [:]) throws {
        var template = Array((NSTemporaryDirectory() + "/looplab-course.XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil, let resolved = realpath(template, nil) else {
            throw CocoaError(.fileWriteUnknown)
        }
        defer { free(resolved) }
        path = String(cString: resolved)
        for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    /// A copy of the tiny course, with some files replaced.
    convenience init(tinyWith files: [String: String]) throws {
        try self.init()
        for part in ["Lessons", "Exercises"] {
            try FileManager.default.copyItem(atPath: "\(Self.tinyCourse)/\(part)", toPath: "\(path)/\(part)")
        }
        for (name, text) in files { try write(name, Data(text.utf8)) }
    }

    deinit {
        try? FileManager.default.removeItem(atPath: path)
    }

    /// Writes a file and the folders above it.
    func write(_ name: String, _ data: Data) throws {
        let file = URL(fileURLWithPath: path).appendingPathComponent(name)
        try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
        try data.write(to: file)
    }
}
