// SPDX-License-Identifier: MIT
public import Scheduling
internal import ScriptEngine

/// How smoothly a page ran, for people to read.
public struct PageReport: Equatable, Sendable {
    /// Frames that were rendered, and rendering opportunities that passed while a task was running.
    public let frames: FrameReport
    /// Layouts that a script forced by asking for a size while the layout was out of date.
    public let forcedLayouts: UInt64
    /// How long the longest task took, in nanoseconds; 0 when there was none.
    public let longestTask: UInt64
    /// What queued the longest task, and where: "setTimeout@page.js:3:1".
    public let longestTaskPlace: String
}

extension Runtime {
    /// How smoothly the page ran so far; only in the browser profile.
    public var pageReport: PageReport {
        PageReport(
            frames: loop.frameReport, forcedLayouts: layout.forcedCount, longestTask: longestTask.nanoseconds,
            longestTaskPlace: longestTask.place)
    }

    /// Reports a task that took long to the program's observers ("Long Tasks", section 4.1).
    public func taskDidFinish(_ task: FinishedTask) {
        if task.duration > longestTask.nanoseconds { longestTask = (task.duration, place(of: task.callback)) }
        guard task.duration > EventLoop.longTaskThreshold, ending == nil else { return }
        let times = [task.start, task.end].map { context.number(programTime($0)) }
        _ = outcome(context.call(hooks.reportLongTask, times).ending)
    }

    private func place(of callback: Callback) -> String {
        if !runningPlace.isEmpty { return runningPlace.replacing(directory + "/", with: "") }
        switch callback.kind {
        case .script: return "script"
        case .animationFrame: return "rendering"
        default: return "task"
        }
    }
}
