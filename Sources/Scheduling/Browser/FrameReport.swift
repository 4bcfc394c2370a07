// SPDX-License-Identifier: MIT
/// How smoothly a page ran.
public struct FrameReport: Equatable, Sendable {
    /// Frames that were rendered.
    public internal(set) var frames: UInt64 = 0
    /// Rendering opportunities that passed while there was something to render and a task was running.
    public internal(set) var missedFrames: UInt64 = 0
}

/// One task of a page that has run, with the microtasks after it.
public struct FinishedTask: Equatable, Sendable {
    /// What ran.
    public let callback: Callback
    /// When it began, in nanoseconds of the loop's clock.
    public let start: UInt64
    /// When its microtask checkpoint ended, in nanoseconds of the loop's clock.
    public let end: UInt64

    /// How long it took, in nanoseconds.
    public var duration: UInt64 { end - start }
}
