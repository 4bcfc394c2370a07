// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Tracing

/// Writes a program as bytes: numbers in groups of seven bits, the lowest first, and texts behind their length.
///
/// In order: profile, level, seed, choices, event budget, kind of entry, directory, arguments, files with path and
/// text. Lists stand behind their count.
struct ProgramWriter {
    private var bytes: [UInt8] = []

    static func bytes(of program: ReplayProgram) -> [UInt8] {
        var writer = ProgramWriter()
        writer.number(program.profile == .browser ? 1 : 0)
        writer.number(UInt64(ProgramReader.levels.firstIndex(of: program.level) ?? 0))
        writer.number(program.seed)
        writer.list(program.choices) { $0.number(UInt64($1)) }
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

    private mutating func number(_ number: UInt64) {
        var rest = number
        while rest > 0x7F {
            bytes.append(UInt8(truncatingIfNeeded: rest) | 0x80)
            rest >>= 7
        }
        bytes.append(UInt8(rest))
    }

    private mutating func text(_ text: String) {
        number(UInt64(text.utf8.count))
        bytes += text.utf8
    }

    private mutating func list<Element>(_ items: [Element], _ write: (inout ProgramWriter, Element) -> Void) {
        number(UInt64(items.count))
        for item in items { write(&self, item) }
    }
}
