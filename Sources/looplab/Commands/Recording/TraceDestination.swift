// SPDX-License-Identifier: MIT
internal import Glibc
internal import Tracing

/// Where `--out` and `--format` let a trace go.
struct TraceDestination: Equatable {
    /// The file; nil for standard output.
    var path: String?
    /// The form.
    var form: TraceExport

    /// Reads the values of the two options; nil where neither was given.
    init?(out: String?, format: String?) throws(CommandError) {
        if out == nil && format == nil { return nil }
        path = out == "-" ? nil : out
        if let format {
            guard let form = TraceExport(rawValue: format) else {
                throw .badValue(option: "--format", value: format, expected: TraceExport.list(prefix: ""))
            }
            self.form = form
        } else if let path {
            guard let form = TraceExport(path: path) else {
                throw .badValue(
                    option: "--out", value: path, expected: "a file that ends in \(TraceExport.list(prefix: "."))")
            }
            self.form = form
        } else {
            throw .missingFormat
        }
    }

    /// Writes a trace there, and tells on standard error what was written.
    func write(_ trace: Trace) throws(CommandError) -> Int32 {
        let bytes = form.bytes(of: trace)
        guard let path else {
            let failure = DescriptorIO.write(bytes, to: STDOUT_FILENO)
            if failure != 0 { throw .outputFailed(errno: failure) }
            return 0
        }
        let failure = ReplacedFile.write(bytes, to: path)
        if failure != 0 { throw .fileNotWritten(path: path, errno: failure) }
        ErrorText.reportWritten(path, events: trace.events.count, nextStep: form.nextStep)
        return 0
    }
}
