// SPDX-License-Identifier: MIT
internal import Results

/// The submissions that a table lists: a header with `learner`, `exercise`, `path`, and `submitted` or not.
///
/// Paths are looked up in one folder and lead nowhere else. A row that is wrong ends the listing with an error: a list
/// comes from a program, and half of it would be half a class.
public final class TableListing: SubmissionListing {
    /// How files are named in the results and found in the folder.
    private enum Column: String, CaseIterable {
        case learner, exercise, path, submitted

        var isRequired: Bool { self != .submitted }
    }

    /// One row and the line where it begins.
    public struct Row: Hashable, Sendable {
        /// Its fields.
        public var fields: [String]
        /// The line, from 1.
        public var line: Int

        /// Makes a row.
        public init(_ fields: [String], line: Int) {
            self.fields = fields
            self.line = line
        }
    }

    private let folder: OpenFolder
    private let root: String
    private let catalogue: any ExerciseCatalogue
    private let rows: () throws(BatchError) -> Row?
    private var places: [Column: Int] = [:]
    private var columnCount = 0

    /// Reads the header, and then the rows as they are asked for.
    ///
    /// `folder` is where the files are; a path that begins with `root`, its full name, is meant as one in it.
    public init(
        folder path: String, root: String, _ catalogue: any ExerciseCatalogue,
        rows: @escaping () throws(BatchError) -> Row?
    ) throws(BatchError) {
        switch OpenFolder.open(path) {
        case .success(let folder): self.folder = folder
        case .failure(let error): throw .unreadable(path: path, errno: error.errno)
        }
        self.root = root.hasSuffix("/") ? root : root + "/"
        self.catalogue = catalogue
        self.rows = rows
        guard let header = try rows() else { throw .list(line: 1, .empty) }
        columnCount = header.fields.count
        for (index, name) in header.fields.enumerated() {
            // Programs may add columns of their own.
            guard let column = Column(rawValue: Self.trimmed(name).lowercased()) else { continue }
            if places[column] != nil { throw .list(line: header.line, .repeatedColumn(column.rawValue)) }
            places[column] = index
        }
        for column in Column.allCases where column.isRequired && places[column] == nil {
            throw .list(line: header.line, .missingColumn(column.rawValue))
        }
    }

    /// The submission of the next row.
    public func next() throws(BatchError) -> ListedItem? {
        guard let row = try rows() else { return nil }
        if row.fields.count != columnCount {
            throw .list(line: row.line, .wrongFieldCount(row.fields.count, expected: columnCount))
        }
        let (learner, name) = (try field(.learner, of: row), try field(.exercise, of: row))
        let path = try field(.path, of: row)
        guard let exercise = try catalogue.exercise(named: name) else {
            throw .list(line: row.line, .unknownExercise(name))
        }
        let time = places[.submitted].map { Self.trimmed(row.fields[$0]) } ?? ""
        let submittedAt = time.isEmpty ? nil : SubmissionTime.milliseconds(time)
        if !time.isEmpty, submittedAt == nil { throw .list(line: row.line, .badTime(time)) }
        let inside = path.hasPrefix(root) ? String(path.dropFirst(root.count)) : path
        return .submission(
            ListedSubmission(learner: learner, exercise: exercise, path: inside, submittedAt: submittedAt) {
                [folder] in
                inside.hasPrefix("/") ? .refused(.outsideFolder, hash: "") : folder.content(FileName(inside))
            })
    }

    private func field(_ column: Column, of row: Row) throws(BatchError) -> String {
        let text = places[column].map { row.fields[$0] } ?? ""
        if text.isEmpty || text.utf8.contains(0) { throw .list(line: row.line, .badField(column: column.rawValue)) }
        return text
    }

    private static func trimmed(_ text: String) -> String {
        let start = text.drop { $0 == " " || $0 == "\u{FEFF}" }
        return String(start.reversed().drop { $0 == " " }.reversed())
    }
}
