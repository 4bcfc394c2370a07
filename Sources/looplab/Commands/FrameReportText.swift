// SPDX-License-Identifier: MIT
internal import HostRuntime
internal import Markup
internal import Scheduling

/// How smoothly a page ran, in words: what `--frame-report` prints.
struct FrameReportText {
    /// The lines, ready to print.
    let text: String

    init(_ report: PageReport) {
        var lines = [
            "frames: \(report.frames.frames) rendered, \(report.frames.missedFrames) missed",
            "forced layouts: \(report.forcedLayouts)",
        ]
        if report.longestTask > 0 {
            let place = TerminalText.escaped(report.longestTaskPlace)
            lines.append("longest task: \(Self.milliseconds(report.longestTask)) ms, \(place)")
        }
        text = lines.map { "looplab: \($0)\n" }.joined()
    }

    private static func milliseconds(_ nanoseconds: UInt64) -> String {
        let tenths = (nanoseconds + 50_000) / 100_000
        return tenths % 10 == 0 ? "\(tenths / 10)" : "\(tenths / 10).\(tenths % 10)"
    }
}
