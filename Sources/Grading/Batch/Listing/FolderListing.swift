// SPDX-License-Identifier: MIT

/// The submissions of a class folder: `<learner>/<exercise>.js`, or `<learner>/<track>/<exercise>.js`.
///
/// Learners and their files come in the order of their names' bytes. Only the files of one learner are known at a time.
public final class FolderListing: SubmissionListing {
    /// How many entries of one learner are looked at.
    public static let entriesPerLearner = 2_000
    /// How many learners one folder may have.
    private static let learnerLimit = 1_000_000

    private let folder: OpenFolder
    private let prefix: String
    private let catalogue: any ExerciseCatalogue
    private let accepts: (String) -> Bool
    private var learners: ArraySlice<OpenFolder.Entry>
    private var found: ArraySlice<ListedItem> = []

    /// Opens a class folder.
    ///
    /// Results name its files with `prefix` and a stroke before them, where it is not empty. Folders of learners for
    /// whom `accepts` is false are not opened.
    public init(
        _ path: String, prefix: String, _ catalogue: any ExerciseCatalogue,
        accepts: @escaping (String) -> Bool = { _ in true }
    ) throws(BatchError) {
        switch OpenFolder.open(path) {
        case .success(let folder): self.folder = folder
        case .failure(let error): throw .unreadable(path: path, errno: error.errno)
        }
        switch folder.entries(limit: Self.learnerLimit) {
        case .success(let found): learners = found.entries[...]
        case .failure(let error): throw .unreadable(path: path, errno: error.errno)
        }
        self.prefix = prefix.isEmpty ? "" : prefix + "/"
        self.catalogue = catalogue
        self.accepts = accepts
    }

    /// The next submission or notice.
    public func next() throws(BatchError) -> ListedItem? {
        while found.isEmpty, let entry = learners.popFirst() { found = try items(of: entry)[...] }
        return found.popFirst()
    }

    // MARK: - One learner

    private func items(of entry: OpenFolder.Entry) throws(BatchError) -> [ListedItem] {
        let path = prefix + entry.name.text
        switch entry.kind {
        case .file, .other:
            return SubmissionName.stem(of: entry.name) == nil ? [] : [.notice(.noLearner(path: path))]
        case .link: return [.notice(.linkedFolder(path: path))]
        case .folder: break
        }
        if !accepts(entry.name.text) { return [] }
        switch folder.folder(entry.name) {
        case .failure(let error): return [.notice(.unreadableFolder(path: path, errno: error.errno))]
        case .success(let learner):
            return try files(of: learner, in: learner, below: [], entry.name.text)
        }
    }

    /// The files of a folder, and of the tracks in it where it is the learner's own.
    private func files(
        of folder: OpenFolder, in learner: OpenFolder, below: [FileName], _ name: String
    ) throws(BatchError) -> [ListedItem] {
        let path = prefix + ([name] + below.map(\.text)).joined(separator: "/")
        let entries: [OpenFolder.Entry]
        var items: [ListedItem] = []
        switch folder.entries(limit: Self.entriesPerLearner) {
        case .failure(let error): return [.notice(.unreadableFolder(path: path, errno: error.errno))]
        case .success(let found):
            entries = found.entries
            if found.isCut { items.append(.notice(.tooManyEntries(path: path, limit: Self.entriesPerLearner))) }
        }
        for entry in entries {
            let names = below + [entry.name]
            let isTrack = below.isEmpty && catalogue.isTrack(entry.name.text)
            let entryPath = "\(path)/\(entry.name.text)"
            if let stem = SubmissionName.stem(of: entry.name) {
                let wanted = (below.map(\.text) + [stem]).joined(separator: "/")
                items.append(try item(wanted, FileName.path(names), in: learner, name, entryPath))
            } else if entry.kind == .folder, isTrack, case .success(let track) = folder.folder(entry.name) {
                items += try files(of: track, in: learner, below: names, name)
            } else if entry.kind == .folder {
                items.append(.notice(.unknownFolder(path: entryPath)))
            } else if entry.kind == .link {
                items.append(.notice(.linkedFolder(path: entryPath)))
            }
        }
        return items
    }

    private func item(
        _ name: String, _ file: FileName, in learner: OpenFolder, _ learnerName: String, _ path: String
    ) throws(BatchError) -> ListedItem {
        guard let exercise = try catalogue.exercise(named: name) else { return .notice(.unknownExercise(path: path)) }
        return .submission(
            ListedSubmission(learner: learnerName, exercise: exercise, path: path) { learner.content(file) })
    }
}
