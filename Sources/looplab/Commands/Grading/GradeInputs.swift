// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Results

/// The submissions that the operands of `looplab grade` name.
struct GradeInputs {
    let paths: [String]
    let options: GradeOptions
    let catalogue: GradeCatalogue
    /// What came on standard input, where that is a list.
    private let list: SubmissionList?

    /// Prepares to find submissions; a list on standard input is read to its end.
    init(paths: [String], options: GradeOptions, catalogue: GradeCatalogue) throws(CommandError) {
        self.paths = paths
        self.options = options
        self.catalogue = catalogue
        list = paths == ["-"] ? try SubmissionList(STDIN_FILENO) : nil
    }

    /// All of it, found as it is asked for; it can be gone through again.
    func listing() throws(CommandError) -> any SubmissionListing {
        var makers: [() throws(BatchError) -> any SubmissionListing] = []
        for path in paths { makers.append(try maker(path)) }
        return ListingChain(makers)
    }

    private func maker(_ path: String) throws(CommandError) -> () throws(BatchError) -> any SubmissionListing {
        if let list { return { () throws(BatchError) in try self.table(list) } }
        var status = stat()
        guard stat(path, &status) == 0 else { throw .grading(.batch(.unreadable(path: path, errno: errno))) }
        let shown = Self.shown(path)
        if status.st_mode & S_IFMT == S_IFDIR || path.lowercased().hasSuffix(".zip") {
            for (option, value) in [("--exercise", options.exercise), ("--learner", options.learner)] where value != nil
            {
                throw .misplacedOption(option, place: "a single file; --only and --learners choose of a class")
            }
        }
        switch status.st_mode & S_IFMT {
        case S_IFDIR:
            let learners = options.learners
            return { () throws(BatchError) in
                try FolderListing(path, prefix: shown, self.catalogue) { name in
                    learners.isEmpty || learners.contains { $0.utf8.elementsEqual(name.utf8) }
                }
            }
        case S_IFREG where path.lowercased().hasSuffix(".zip"):
            return { () throws(BatchError) in try ArchiveListing(path, prefix: shown, self.catalogue) }
        case S_IFREG: return try oneFile(path, shown)
        default: throw .grading(.batch(.notAFile(path: path)))
        }
    }

    // MARK: - One file

    private func oneFile(
        _ path: String, _ shown: String
    ) throws(CommandError) -> () throws(BatchError) -> any SubmissionListing {
        let absolute = SourceFile.absolute(path).split(separator: "/").map(String.init)
        let name = absolute.last.map { $0.split(separator: ".").dropLast().joined(separator: ".") } ?? ""
        var folders = absolute.dropLast()
        let track = folders.last.flatMap { catalogue.isTrack($0) ? $0 : nil }
        if track != nil { folders = folders.dropLast() }
        guard let learner = options.learner ?? folders.last else { throw .grading(.unknownLearner(file: path)) }
        var names = [track.map { "\($0)/\(name)" }, name].compactMap { $0 }
        if let wanted = options.exercise { names = ["\(try Self.id(wanted, in: catalogue.outline))"] }
        let exercise = try GradeError.catching { () throws(BatchError) -> BatchExercise? in
            for name in names {
                if let found = try catalogue.exercise(named: name) { return found }
            }
            return nil
        }
        guard let exercise else { throw .grading(.unknownExercise(file: path)) }
        return { OneFileListing(path, shown: shown, learner: learner, exercise) }
    }

    /// The exercise that somebody has named.
    static func id(_ name: String, in outline: CourseOutline) throws(CommandError) -> ContentID {
        do throws(CourseNameProblem) {
            return try outline.exercise(named: name)
        } catch {
            throw .study(.exerciseName(error))
        }
    }

    // MARK: - A list

    private func table(_ list: SubmissionList) throws(BatchError) -> any SubmissionListing {
        var rows = list.rows()
        let root = options.root ?? "."
        return try TableListing(folder: root, root: SourceFile.absolute(root), catalogue) {
            () throws(BatchError) in try rows.next()
        }
    }

    // MARK: - Names

    /// A path as results name it: as it was given, but never with where this machine keeps things.
    static func shown(_ path: String) -> String {
        var parts = path.split(separator: "/").map(String.init).filter { $0 != "." }
        if path.hasPrefix("/") {
            let current = SourceFile.absolute(".").split(separator: "/").map(String.init)
            parts = parts.starts(with: current) ? Array(parts.dropFirst(current.count)) : Array(parts.suffix(1))
        }
        return parts.joined(separator: "/")
    }
}
