// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading
internal import Markup
internal import Results

/// A report in one format: a file that is there as a whole or not at all, the end of a file, or on standard output.
struct ReportFile {
    private let path: String?
    /// Whether the file has a beginning that others have written and that stays.
    private let appends: Bool
    private let format: ResultFormat
    private let context: ReportContext

    /// Prepares a report, and those that belong to it where the environment names files for them.
    static func files(for request: ReportRequest, _ options: GradeOptions) -> [ReportFile] {
        guard let format = ResultFormat.named(request.format) else { return [] }
        let own = ReportFile(format, path: request.path, appends: false, options)
        return [own]
            + format.companions.compactMap { companion in
                guard let format = ResultFormat.named(companion.format),
                    let path = ProcessEnvironment[companion.variable], !path.isEmpty
                else { return nil }
                return ReportFile(format, path: path, appends: true, options)
            }
    }

    private init(_ format: ResultFormat, path: String?, appends: Bool, _ options: GradeOptions) {
        self.path = path
        self.appends = appends
        self.format = format
        let variables = format.variables.compactMap { name in ProcessEnvironment[name].map { (name, $0) } }
        context = ReportContext(
            version: LoopLab.version, style: path == nil ? Screen.detect().style : TerminalStyle(),
            environment: Dictionary(variables) { first, _ in first }, hasByteOrderMark: options.hasByteOrderMark,
            hasGrades: options.classFile != nil)
    }

    /// What the person is told that was written; nil where they see it.
    var written: String? { appends ? nil : path }

    /// Writes all results.
    func take(_ results: some ResultSequence) throws(CommandError) {
        var pieces = try GradeError.reading { () throws(ResultsError) in try format.pieces(of: results, context) }
        var destination: ReportDestination
        do throws(ReportDestination.Failure) {
            destination = try ReportDestination(path, appends: appends)
        } catch {
            throw Self.notWritten(path, error.errno)
        }
        while let piece = try GradeError.reading({ () throws(ResultsError) in try pieces.next() }) {
            let failure = destination.write(piece)
            // Whoever closes the pipe has seen enough.
            if failure == EPIPE, path == nil { return }
            if failure != 0 { throw Self.notWritten(path, failure) }
        }
        let failure = destination.finish()
        if failure != 0 { throw Self.notWritten(path, failure) }
    }

    private static func notWritten(_ path: String?, _ number: Int32) -> CommandError {
        path.map { .grading(.reportNotWritten(path: $0, errno: number)) } ?? .outputFailed(errno: number)
    }
}

/// Where a report is written to, piece by piece: beside its path until it is whole.
private struct ReportDestination: ~Copyable {
    struct Failure: Error {
        var errno: Int32
    }

    private let descriptor: Int32
    /// The file, and what it is called until it is whole; nil where bytes go to their place at once.
    private let names: (target: String, temporary: String)?

    /// Opens the place of a report; nil is standard output.
    init(_ path: String?, appends: Bool) throws(Failure) {
        guard let path else {
            (descriptor, names) = (STDOUT_FILENO, nil)
            return
        }
        var status = stat()
        let exists = stat(path, &status) == 0
        if appends || exists && status.st_mode & S_IFMT != S_IFREG {
            let opened = open(path, O_WRONLY | O_CLOEXEC | (appends ? O_APPEND | O_CREAT : 0), 0o666)
            if opened < 0 { throw Failure(errno: errno) }
            (descriptor, names) = (opened, nil)
            return
        }
        let target = Self.resolved(path)
        let temporary = "\(target).\(getpid()).tmp"
        // Left behind by a process that had this number and was killed.
        unlink(temporary)
        let opened = open(temporary, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o666)
        if opened < 0 { throw Failure(errno: errno) }
        if exists { fchmod(opened, status.st_mode & 0o777) }
        (descriptor, names) = (opened, (target, temporary))
    }

    deinit {
        // Not finished: what stands there already stays.
        if descriptor != STDOUT_FILENO { close(descriptor) }
        if let names { unlink(names.temporary) }
    }

    /// Writes a piece; returns the system's error, or 0.
    func write(_ bytes: [UInt8]) -> Int32 {
        bytes.isEmpty ? 0 : DescriptorIO.write(bytes, to: descriptor)
    }

    /// Puts the whole report in its place; returns the system's error, or 0.
    consuming func finish() -> Int32 {
        if descriptor == STDOUT_FILENO { return 0 }
        guard let names else { return 0 }
        // A full disk may speak up only here.
        if fsync(descriptor) != 0, errno != EINVAL, errno != EROFS { return errno }
        return rename(names.temporary, names.target) == 0 ? 0 : errno
    }

    /// The file behind a symbolic link, so that the link is not replaced.
    private static func resolved(_ path: String) -> String {
        guard let resolved = realpath(path, nil) else { return path }
        defer { free(resolved) }
        return String(cString: resolved)
    }
}
