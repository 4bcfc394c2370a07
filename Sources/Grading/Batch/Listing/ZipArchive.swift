// SPDX-License-Identifier: MIT
internal import CZip
internal import Glibc
internal import Results

/// A zip archive that somebody else made, opened for reading; nothing of it is ever written to a disk.
///
/// It is refused as a whole where it would have more inside than any class hands in. Entries are judged one by one.
final class ZipArchive {
    /// How large an archive may be.
    enum Limit {
        /// The archive itself.
        static let bytes = 1 << 30
        /// Its entries.
        static let entries = 200_000
        /// All of its entries, decompressed.
        static let inside = 4 << 30
        /// How often its own size all of its entries may have, decompressed.
        ///
        /// Programs are compressed to a quarter. A file of one letter comes to a thousandth, so that much is allowed
        /// where it stays small.
        static let growth = 100
        /// What entries may have together, however small the archive is.
        static let always = 16 << 20
    }

    /// An entry, as the archive's directory describes it.
    struct Entry {
        var index: UInt64
        var name: FileName
        var isFolder: Bool
        /// Whether it is a link, a device, or something else that is no file.
        var isSpecial: Bool
    }

    private let archive: OpaquePointer

    private init(_ archive: OpaquePointer) {
        self.archive = archive
    }

    deinit {
        zip_discard(archive)
    }

    /// Opens an archive that a person named, and makes sure that it is not too much.
    static func open(_ path: String) throws(BatchError) -> ZipArchive {
        // Without O_NONBLOCK, opening a pipe waits for somebody who writes into it.
        let descriptor = Glibc.open(path, O_RDONLY | O_CLOEXEC | O_NONBLOCK)
        guard descriptor >= 0 else { throw .unreadable(path: path, errno: errno) }
        defer { close(descriptor) }
        var status = stat()
        guard fstat(descriptor, &status) == 0 else { throw .unreadable(path: path, errno: errno) }
        guard status.st_mode & S_IFMT == S_IFREG else { throw .notAFile(path: path) }
        if status.st_size > Limit.bytes { throw .archive(path: path, .tooLarge(limit: Limit.bytes)) }
        // libzip closes the descriptor that it is given.
        let given = fcntl(descriptor, F_DUPFD_CLOEXEC, 0)
        guard given >= 0 else { throw .unreadable(path: path, errno: errno) }
        var code: Int32 = 0
        guard let opened = zip_fdopen(given, 0, &code) else {
            close(given)
            throw .archive(path: path, .damaged)
        }
        let archive = ZipArchive(opened)
        try archive.checkSize(path, bytes: Int(status.st_size))
        return archive
    }

    private func checkSize(_ path: String, bytes: Int) throws(BatchError) {
        let count = zip_get_num_entries(archive, 0)
        if count > Limit.entries { throw .archive(path: path, .tooManyEntries(limit: Limit.entries)) }
        var inside: UInt64 = 0
        for index in 0..<UInt64(max(0, count)) {
            guard let status = status(of: index) else { throw .archive(path: path, .damaged) }
            inside = inside.addingReportingOverflow(status.size).overflow ? .max : inside + status.size
        }
        if inside > Limit.inside { throw .archive(path: path, .tooMuchInside(limit: Limit.inside)) }
        if inside > Limit.always, inside / UInt64(max(1, bytes)) >= Limit.growth {
            throw .archive(path: path, .tooMuchGrowth(limit: Limit.growth))
        }
    }

    /// Its entries, in the order of its directory.
    func entries() -> [Entry] {
        (0..<UInt64(max(0, zip_get_num_entries(archive, 0)))).compactMap { index in
            guard let status = status(of: index), let name = status.name else { return nil }
            let bytes = UnsafeRawBufferPointer(start: name, count: strlen(name))
            return entry(index, FileName(Array(bytes)))
        }
    }

    private func entry(_ index: UInt64, _ name: FileName) -> Entry {
        var system: UInt8 = 0
        var attributes: UInt32 = 0
        let hasMode =
            zip_file_get_external_attributes(archive, index, 0, &system, &attributes) == 0
            && system == UInt8(ZIP_OPSYS_UNIX)
        let type = hasMode ? mode_t(attributes >> 16) & S_IFMT : 0
        let isFolder = name.bytes.last == UInt8(ascii: "/")
        let isSpecial = !isFolder && type != 0 && type != S_IFREG
        return Entry(index: index, name: name, isFolder: isFolder, isSpecial: isSpecial)
    }

    private func status(of index: UInt64) -> zip_stat_t? {
        var status = zip_stat_t()
        guard zip_stat_index(archive, index, llz_raw_names, &status) == 0 else { return nil }
        return status.valid & llz_needed_fields == llz_needed_fields ? status : nil
    }

    /// Takes a submission out.
    func content(of index: UInt64) -> SubmissionContent {
        guard let status = status(of: index) else { return .refused(.archived(.damaged), hash: "") }
        guard status.encryption_method == UInt16(ZIP_EM_NONE) else { return .refused(.archived(.encrypted), hash: "") }
        guard [UInt16(ZIP_CM_STORE), UInt16(ZIP_CM_DEFLATE)].contains(status.comp_method) else {
            return .refused(.archived(.unknownCompression), hash: "")
        }
        let limit = SubmissionContent.byteLimit
        if status.size > limit { return .refused(.tooLarge(limit: limit), hash: "") }
        guard let file = zip_fopen_index(archive, index, 0) else { return .refused(.archived(.damaged), hash: "") }
        defer { zip_fclose(file) }
        // One byte more than the directory promises, which must not be there; at the end libzip compares check sums.
        let promised = Int(status.size)
        var bytes = [UInt8](repeating: 0, count: promised + 1)
        var count = 0
        while count <= promised {
            let got = bytes.withUnsafeMutableBytes { buffer in
                zip_fread(file, buffer.baseAddress.unsafelyUnwrapped + count, UInt64(buffer.count - count))
            }
            if got < 0 { return .refused(.archived(.damaged), hash: "") }
            if got == 0 { break }
            count += Int(got)
        }
        if count != promised { return .refused(.archived(.damaged), hash: "") }
        return SubmissionContent(Array(bytes[..<promised]))
    }
}
