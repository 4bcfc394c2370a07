// SPDX-License-Identifier: MIT
internal import Glibc
internal import HostRuntime
internal import Tracing

// A trace file may stand wherever a program stands.
extension RecordingOptions {
    /// A record to look at.
    struct Record {
        /// What happened.
        let trace: Trace
        /// The program and its run; nil where the record was read from a file.
        var program: (entry: Entry, name: String, run: RecordedRun)?
    }

    /// The record to look at: read, where the operand is a trace file; otherwise the program is run, its output unseen.
    ///
    /// A file is a trace if its name ends with `.jsonl` or its first line says so. A trace that is read has the level
    /// at which it was recorded. Why a run was stopped is told on standard error. A run ends after `eventBudget` events
    /// unless `--events` says otherwise.
    func recorded(level: TraceLevel, eventBudget: UInt64? = nil) throws(CommandError) -> Record {
        switch program {
        case .file(let path) where path.hasSuffix(".jsonl") || Self.isTrace(path):
            return Record(trace: try readTrace(Self.bytes(at: path), path: path))
        case .standardInput:
            let (entry, name) = try readEntry()
            if case .text(let text, _) = entry, TraceDecoder.isTrace(text.utf8) {
                return Record(trace: try readTrace(Array(text.utf8), path: name))
            }
            return try recorded(entry, name: name, level: level, eventBudget)
        case .file, .code, nil:
            let (entry, name) = try readEntry()
            return try recorded(entry, name: name, level: level, eventBudget)
        }
    }

    /// What happened: the trace of the record to look at.
    func trace(level: TraceLevel, eventBudget: UInt64? = nil) throws(CommandError) -> Trace {
        try recorded(level: level, eventBudget: eventBudget).trace
    }

    private func recorded(
        _ entry: Entry, name: String, level: TraceLevel, _ eventBudget: UInt64?
    ) throws(CommandError) -> Record {
        var options = self
        options.eventBudget = options.eventBudget ?? eventBudget
        let run = try options.record(entry, name: name, level: level)
        ErrorText.report(run.ending)
        return Record(trace: run.trace, program: (entry, name, run))
    }

    private func readTrace(_ bytes: [UInt8], path: String) throws(CommandError) -> Trace {
        if let option = runningOption { throw .recordedAlready(option: option, path: path) }
        do throws(TraceError) {
            return try TraceDecoder.decode(bytes)
        } catch {
            throw .trace(error, path: path)
        }
    }

    /// An option that was given and says how to run.
    private var runningOption: String? {
        let untouched = RecordingOptions()
        if profile != untouched.profile { return "--profile" }
        if clock != untouched.clock { return "--clock" }
        if seed != untouched.seed { return "--seed" }
        if choices != untouched.choices { return "--choices" }
        if eventBudget != untouched.eventBudget { return "--events" }
        if timeout != untouched.timeout { return "--timeout" }
        return arguments.first
    }

    // Only of a regular file: what a pipe has given cannot be read again.
    private static func isTrace(_ path: String) -> Bool {
        var status = stat()
        guard stat(path, &status) == 0, status.st_mode & S_IFMT == S_IFREG else { return false }
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { return false }
        defer { close(descriptor) }
        if case .bytes(let bytes) = DescriptorIO.read(descriptor, limit: 64) { return TraceDecoder.isTrace(bytes) }
        return false
    }

    private static func bytes(at path: String) throws(CommandError) -> [UInt8] {
        let descriptor = open(path, O_RDONLY | O_CLOEXEC)
        guard descriptor >= 0 else { throw .runtime(.unreadable(path: path, errno: errno)) }
        defer { close(descriptor) }
        do throws(RuntimeError) {
            return try SourceFile.bytes(of: descriptor, path: path)
        } catch {
            throw .runtime(error)
        }
    }
}
