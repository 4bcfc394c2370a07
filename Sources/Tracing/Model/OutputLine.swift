// SPDX-License-Identifier: MIT

/// One line that a program printed.
public struct OutputLine: Equatable, Sendable {
    /// Its number among all lines, from 1.
    public var number: Int
    /// What it says, without the line feed.
    public var text: String
    /// Whether it went to standard error.
    public var isError: Bool
    /// The index of the event that printed its beginning.
    public var eventIndex: Int

    static func lines(of trace: Trace, includingErrors: Bool) -> [OutputLine] {
        var lines: [OutputLine] = []
        // The line that each stream has begun and not ended.
        var open: [UInt64: Int] = [:]
        for (index, event) in trace.events.enumerated() where event.kind == .output {
            let isError = event.value == 2
            if isError && !includingErrors { continue }
            var rest = Substring(trace.text(of: event))
            while !rest.isEmpty {
                let end = rest.unicodeScalars.firstIndex(of: "\n")
                let part = rest[..<(end ?? rest.endIndex)]
                if let begun = open[event.value] {
                    lines[begun].text += part
                } else {
                    let number = lines.count + 1
                    lines.append(OutputLine(number: number, text: String(part), isError: isError, eventIndex: index))
                    open[event.value] = lines.count - 1
                }
                guard let end else { break }
                open[event.value] = nil
                rest = rest[rest.unicodeScalars.index(after: end)...]
            }
        }
        return lines
    }
}
