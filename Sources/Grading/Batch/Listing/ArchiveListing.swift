// SPDX-License-Identifier: MIT

/// The submissions of a zip archive, laid out as a class folder is, below one more folder or not.
public final class ArchiveListing: SubmissionListing {
    private struct File {
        var index: UInt64
        var names: [FileName]
    }

    private let archive: ZipArchive
    private let prefix: String
    private let catalogue: any ExerciseCatalogue
    private var notices: ArraySlice<BatchNotice>
    private var files: ArraySlice<File>

    /// Opens an archive; results name its files with `prefix` and a stroke before them.
    public init(_ path: String, prefix: String, _ catalogue: any ExerciseCatalogue) throws(BatchError) {
        archive = try ZipArchive.open(path)
        self.prefix = prefix
        self.catalogue = catalogue
        var notices: [BatchNotice] = []
        var files: [File] = []
        var seen: Set<FileName> = []
        for entry in archive.entries() {
            guard let names = Self.names(of: entry) else {
                notices.append(.unsafeName(archive: prefix, name: entry.name.text))
                continue
            }
            if names.contains(where: \.isHousekeeping) { continue }
            if entry.isSpecial {
                notices.append(.specialEntry(archive: prefix, name: entry.name.text))
            } else if !entry.isFolder, !seen.insert(FileName.path(names)).inserted {
                // Which of two a program finds depends on the program, so the first one counts, and somebody is told.
                notices.append(.repeated(path: "\(prefix)/\(FileName.path(names).text)"))
            } else if !entry.isFolder {
                files.append(File(index: entry.index, names: names))
            }
        }
        files.sort { FileName.path($0.names) < FileName.path($1.names) }
        let outer = Self.hasOuterFolder(files, catalogue) ? 1 : 0
        self.files = files.map { File(index: $0.index, names: Array($0.names.dropFirst(outer))) }[...]
        self.notices = notices[...]
    }

    /// The names of a path that leads nowhere else; nil for any other.
    private static func names(of entry: ZipArchive.Entry) -> [FileName]? {
        var bytes = entry.name.bytes[...]
        if entry.isFolder { bytes = bytes.dropLast() }
        let names = bytes.split(separator: UInt8(ascii: "/"), omittingEmptySubsequences: false)
            .map { FileName(Array($0)) }
        let isSafe = names.allSatisfy { name in
            !name.bytes.isEmpty && name.text != "." && name.text != ".." && !name.bytes.contains(UInt8(ascii: "\\"))
        }
        return isSafe && !names.isEmpty ? names : nil
    }

    /// Whether all learners lie in one more folder, as when somebody packs the class folder itself.
    private static func hasOuterFolder(_ files: [File], _ catalogue: any ExerciseCatalogue) -> Bool {
        guard let first = files.first?.names.first else { return false }
        return files.allSatisfy { $0.names.count >= 3 && $0.names[0] == first }
            && !files.allSatisfy { $0.names.count == 3 && catalogue.isTrack($0.names[1].text) }
    }

    /// The next submission or notice.
    public func next() throws(BatchError) -> ListedItem? {
        if let notice = notices.popFirst() { return .notice(notice) }
        while let file = files.popFirst() {
            if let item = try item(file) { return item }
        }
        return nil
    }

    private func item(_ file: File) throws(BatchError) -> ListedItem? {
        let path = "\(prefix)/\(FileName.path(file.names).text)"
        guard let last = file.names.last, let stem = SubmissionName.stem(of: last) else { return nil }
        let folders = file.names.dropFirst().dropLast().map(\.text)
        if file.names.count < 2 { return .notice(.noLearner(path: path)) }
        if folders.count > 1 || !folders.allSatisfy(catalogue.isTrack) {
            return .notice(.unknownFolder(path: path))
        }
        guard let exercise = try catalogue.exercise(named: (folders + [stem]).joined(separator: "/")) else {
            return .notice(.unknownExercise(path: path))
        }
        let (archive, index) = (archive, file.index)
        return .submission(
            ListedSubmission(learner: file.names[0].text, exercise: exercise, path: path) {
                archive.content(of: index)
            })
    }
}
