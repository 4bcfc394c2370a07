// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Markup

/// What a watch shows of one exercise: rows no wider than the terminal or 80 columns.
struct WatchPage {
    let exercise: Exercise
    let style: TerminalStyle

    private var width: Int { min(style.columns, 80) }
    private static let barColumns = 20

    // MARK: - Head

    /// Number and title, and how much of the track is done.
    func head(passed: Int, of total: Int, track: String) -> [StyledText] {
        let title = StyledText(" \(exercise.number)  ", .faint) + StyledText(style.shown(exercise.title), .bold)
        let full = total == 0 ? 0 : max(passed > 0 ? 1 : 0, passed * Self.barColumns / total)
        let bar =
            StyledText(String(repeating: style.glyph("█", "#"), count: full), TextStyle(.green))
            + StyledText(String(repeating: style.glyph("░", "."), count: Self.barColumns - full), .faint)
        let count = StyledText("  \(passed) of \(total) in \(style.shown(track))")
        if title.columns + bar.columns + count.columns + 3 <= width {
            return [title.padded(to: min(36, width - bar.columns - count.columns - 1)) + bar + count]
        }
        return [title, StyledText(" ") + bar + count].map { $0.cut(to: width, mark: style.mark) }
    }

    // MARK: - Foot

    /// The file whose saving is waited for.
    func invitation(file: String) -> [StyledText] {
        let verb = exercise.isPuzzle ? "Write your answer into" : "Work in"
        return sentence("\(verb)  \(file)  and save it.")
    }

    /// How an answer went, when it was saved, and what comes next where it was right.
    func status(of result: AnswerResult, saved: String, next: Exercise?) -> [StyledText] {
        var parts: [String] = []
        if case .checks(let verdict) = result.evidence { parts.append(ExercisePage.points(of: verdict)) }
        parts.append(result.hasPassed ? "passed" : "not right yet")
        parts.append("saved \(saved)")
        let rows = sentence(parts.joined(separator: style.glyph(" · ", " - ")))
        guard result.hasPassed else { return rows }
        let words =
            next.map { "Next:  n  goes on with \($0.number)  \($0.title)" }
            ?? "That was the last open exercise; looplab review brings back what is due."
        return rows + sentence(words, TextStyle(.green))
    }

    /// The keys, one word each.
    var keys: [StyledText] {
        var rows: [StyledText] = []
        var row = StyledText()
        for key in WatchKey.allCases {
            let word = StyledText("\(key.rawValue)", .bold) + StyledText(" \(key.word)", .faint)
            if !row.isEmpty, 1 + row.columns + 3 + word.columns > width {
                rows.append(StyledText(" ") + row)
                row = StyledText()
            }
            row = row.isEmpty ? word : row + StyledText("   ") + word
        }
        return rows + [StyledText(" ") + row]
    }

    /// The keys, each with a sentence.
    var keySentences: [StyledText] {
        WatchKey.allCases.flatMap { key in
            TextLayout.wrap(key.sentence, to: width - 5, mark: style.mark).enumerated().map { index, line in
                StyledText(index == 0 ? " \(key.rawValue)" : "  ", .bold) + StyledText("   \(line)")
            }
        }
    }

    // MARK: - Parts

    /// A sentence, on as many rows as it needs.
    func sentence(_ text: String, _ look: TextStyle = .plain) -> [StyledText] {
        TextLayout.wrap(style.shown(text), to: width - 1, mark: style.mark).map {
            StyledText(" ") + StyledText($0, look)
        }
    }

    /// When a file was written: the time, and the day where it was another one; nil where it is gone.
    static func saved(_ path: String) -> String? {
        var status = stat()
        guard stat(path, &status) == 0 else { return nil }
        var (written, now) = (status.st_mtim.tv_sec, time(nil))
        var (then, today) = (tm(), tm())
        localtime_r(&written, &then)
        localtime_r(&now, &today)
        let isToday = then.tm_year == today.tm_year && then.tm_yday == today.tm_yday
        var buffer = [CChar](repeating: 0, count: 32)
        strftime(&buffer, buffer.count, isToday ? "%H:%M:%S" : "%Y-%m-%d %H:%M", &then)
        return String(decoding: buffer.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }
}
