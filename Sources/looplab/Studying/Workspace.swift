// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import HostRuntime

/// What can be wrong with a folder of exercises.
enum WorkspaceError: Error, Equatable {
    /// Neither this directory nor one above it was made by `looplab init`.
    case notFound
    /// Something of it could not be written.
    case notWritten(path: String, errno: Int32)
    /// Its own notes are of a newer version of LoopLab, or no notes at all.
    case unreadable(path: String)
    /// It was made for another course.
    case otherCourse(path: String, course: String)
    /// There is no copy to bring back.
    case nothingKept(exercise: String)
}

/// A learner's folder: for each exercise a file to work on, in a directory for each track.
///
/// `.looplab` in it holds which course it is for, which exercise the learner is at, and copies of what was reset. No
/// file that is there is ever written over without a copy.
struct Workspace: Equatable {
    /// The directory, from the root.
    let root: String
    /// The course that it was made for.
    let course: String

    private static let notes = ".looplab/workspace"
    private static let head = "looplab workspace 1"

    // MARK: - Finding and making

    /// The folder that a directory lies in; nil where there is none above it.
    static func find(from directory: String) throws(WorkspaceError) -> Workspace? {
        var path = directory
        while true {
            let notes = (path == "/" ? "" : path) + "/" + notes
            if access(notes, F_OK) == 0 { return try read(path, notes) }
            guard path != "/", let slash = path.lastIndex(of: "/") else { return nil }
            path = slash == path.startIndex ? "/" : String(path[..<slash])
        }
    }

    private static func read(_ root: String, _ notes: String) throws(WorkspaceError) -> Workspace {
        guard let text = try? SourceFile.text(at: notes) else { throw .unreadable(path: notes) }
        let lines = text.split(separator: "\n")
        guard lines.count >= 2, lines[0] == head, lines[1].hasPrefix("course ") else { throw .unreadable(path: notes) }
        return Workspace(root: root, course: String(lines[1].dropFirst("course ".count)))
    }

    /// Makes a folder, or takes the one that is there, for a course.
    static func make(at root: String, course: String) throws(WorkspaceError) -> Workspace {
        let notes = root + "/" + notes
        if access(notes, F_OK) == 0 {
            let found = try read(root, notes)
            guard found.course == course else { throw .otherCourse(path: root, course: found.course) }
            return found
        }
        let workspace = Workspace(root: root, course: course)
        try workspace.write("\(head)\ncourse \(course)\n", to: Self.notes)
        return workspace
    }

    // MARK: - Files

    /// Where the file of an exercise is, from the folder: a program, or a text to write an answer into.
    static func file(of exercise: Exercise, name: String? = nil) -> String {
        switch exercise.kind {
        case .fix, .implement:
            let isModule = name?.hasSuffix(".mjs") == true
            return "\(exercise.id.track)/\(exercise.id.item)\(isModule ? ".mjs" : ".js")"
        case .predict, .choose, .compute: return "\(exercise.id.track)/\(exercise.id.item).txt"
        }
    }

    /// The exercise whose file has a path from the folder; nil where none can have it.
    static func exercise(ofFile path: String) -> ContentID? {
        for ending in [".js", ".mjs", ".txt"] where path.hasSuffix(ending) {
            return ContentID(String(path.dropLast(ending.count)))
        }
        return nil
    }

    /// The path from the root of a file in the folder.
    func path(of file: String) -> String { root + "/" + file }

    /// The path from this folder of a file that is given from the root; nil where it is elsewhere.
    func file(at path: String) -> String? {
        path.hasPrefix(root + "/") ? String(path.dropFirst(root.utf8.count + 1)) : nil
    }

    /// Whether a file is there.
    func has(_ file: String) -> Bool { access(path(of: file), F_OK) == 0 }

    /// Writes a file and the directories above it.
    func write(_ text: String, to file: String) throws(WorkspaceError) {
        let path = path(of: file)
        var end = path.startIndex
        while let slash = path[path.index(after: end)...].firstIndex(of: "/") {
            let directory = String(path[..<slash])
            if mkdir(directory, 0o777) != 0, errno != EEXIST { throw .notWritten(path: directory, errno: errno) }
            end = slash
        }
        let failure = ReplacedFile.write(Array(text.utf8), to: path)
        if failure != 0 { throw .notWritten(path: path, errno: failure) }
    }

    // MARK: - Where the learner is

    /// The exercise that was started last; nil before the first.
    var current: ContentID? {
        (try? SourceFile.text(at: path(of: ".looplab/current"))).flatMap { text in
            ContentID(String(text.prefix { $0 != "\n" }))
        }
    }

    /// Notes the exercise that the learner is at.
    func setCurrent(_ exercise: ContentID) throws(WorkspaceError) {
        if current == exercise { return }
        try write("\(exercise)\n", to: ".looplab/current")
    }

    // MARK: - Beginning anew

    /// Puts a file back to what it was at first, and keeps what it had; says where the copy is.
    func reset(_ file: String, to text: String) throws(WorkspaceError) -> String? {
        var kept: String?
        if let old = try? SourceFile.text(at: path(of: file)), old != text {
            let copy = copy(of: file, number: copies(of: file) + 1)
            try write(old, to: copy)
            kept = copy
        }
        try write(text, to: file)
        return kept
    }

    /// Brings the last copy of a file back, keeps what is there now, and says which copy it was.
    func undoReset(_ file: String, of exercise: String) throws(WorkspaceError) -> String {
        let count = copies(of: file)
        let copy = copy(of: file, number: count)
        guard count > 0, let old = try? SourceFile.text(at: path(of: copy)) else {
            throw .nothingKept(exercise: exercise)
        }
        let present = try? SourceFile.text(at: path(of: file))
        try write(old, to: file)
        // What was there takes the copy's place: undoing twice is doing it again.
        if let present, present != old { try write(present, to: copy) }
        return copy
    }

    private func copy(of file: String, number: Int) -> String { ".looplab/kept/\(file).\(number)" }

    private func copies(of file: String) -> Int {
        var count = 0
        while has(copy(of: file, number: count + 1)) { count += 1 }
        return count
    }
}
