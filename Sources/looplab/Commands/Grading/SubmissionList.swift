// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import Results

/// A list of submissions as it came on standard input, all of it: nothing is graded before its last row is known.
struct SubmissionList {
    /// How many bytes a list may have: half a million rows.
    private static let limit = 64 << 20

    private let bytes: [UInt8]

    /// Reads a descriptor to its end.
    init(_ descriptor: Int32) throws(CommandError) {
        var bytes: [UInt8] = []
        while true {
            switch DescriptorIO.read(descriptor, limit: 64 << 10) {
            case .bytes(let chunk): bytes += chunk
            case .end:
                self.bytes = bytes
                return
            case .failure(let number): throw .grading(.batch(.unreadable(path: "standard input", errno: number)))
            case .wouldBlock:
                var request = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
                _ = poll(&request, 1, -1)
            }
            if bytes.count > Self.limit { throw .grading(.batch(.list(line: 1, .tooLarge(limit: Self.limit)))) }
        }
    }

    /// Its rows, made as they are asked for.
    func rows() -> Rows { Rows(bytes: bytes) }

    /// One way through a list.
    struct Rows {
        fileprivate let bytes: [UInt8]
        private var offset = 0
        private var reader = CSVReader()
        private var ready: ArraySlice<CSVReader.Row> = []
        private var isOver = false

        fileprivate init(bytes: [UInt8]) {
            self.bytes = bytes
        }

        /// The next row, or nil after the last one.
        mutating func next() throws(BatchError) -> TableListing.Row? {
            while true {
                // An empty line is no row.
                while let row = ready.popFirst() {
                    if row.cells != [""] { return TableListing.Row(row.cells, line: row.line) }
                }
                if isOver { return nil }
                do throws(CSVReader.Failure) {
                    ready = try more()[...]
                } catch {
                    throw .list(line: error.line, .malformed)
                }
            }
        }

        private mutating func more() throws(CSVReader.Failure) -> [CSVReader.Row] {
            isOver = offset == bytes.count
            if isOver { return try reader.finish() }
            let end = min(bytes.count, offset + 64 << 10)
            defer { offset = end }
            return try reader.add(bytes[offset..<end])
        }
    }
}
