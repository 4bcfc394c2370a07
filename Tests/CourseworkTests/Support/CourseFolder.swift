// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation

/// A course in a folder of its own, gone when the test is over.
final class CourseFolder: Sendable {
    private let folder: ScratchFolder

    /// Where it is.
    var path: String { folder.path }

    /// The courses beside the tests.
    static let fixtures = URL(fileURLWithPath: #filePath).deletingLastPathComponent().deletingLastPathComponent().path

    /// The course that has one of everything.
    static let tinyCourse = fixtures + "/TinyCourse"

    /// A folder with these files.
    init(_ files: [String: String] = [:]) throws {
        folder = try ScratchFolder()
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

    /// Writes a file and the folders above it.
    func write(_ name: String, _ data: Data) throws { try folder.write(name, Array(data)) }
}
