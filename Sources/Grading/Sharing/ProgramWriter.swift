// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// Writes a program as bytes.
///
/// In order: profile, level, seed, choices, event budget, kind of entry, directory, arguments, files with path and
/// text.
enum ProgramWriter {
    static func bytes(of program: ReplayProgram) -> [UInt8] {
        var writer = WireWriter()
        writer.number(program.profile == .browser ? 1 : 0)
        writer.number(UInt64(ProgramReader.levels.firstIndex(of: program.level) ?? 0))
        writer.number(program.seed)
        writer.list(program.choices) { $0.number($1) }
        writer.number(program.eventBudget)
        writer.number(UInt64(program.entry.rawValue))
        writer.text(program.directory)
        writer.list(program.arguments) { $0.text($1) }
        writer.list(program.files) { writer, file in
            writer.text(file.path)
            writer.text(file.text)
        }
        return writer.bytes
    }
}
