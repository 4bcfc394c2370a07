// SPDX-License-Identifier: MIT
/// Rendering opportunities: sixty a second, at fixed instants of the loop's clock.
///
/// Frame 0 is the clock's start, at which nothing is rendered yet. Frame `n` comes at n/60 s, rounded down to a whole
/// nanosecond, so that no error adds up. The standard leaves the rate to the implementation (HTML 8.1.7.3, "rendering
/// opportunity").
enum RefreshRate {
    static let framesPerSecond: UInt64 = 60
    private static let second: UInt64 = 1_000_000_000

    /// When a frame's opportunity comes, in nanoseconds of the loop's clock.
    static func instant(of frame: UInt64) -> UInt64 {
        frame / framesPerSecond * second + frame % framesPerSecond * second / framesPerSecond
    }

    /// The last frame whose opportunity has come at an instant.
    static func lastFrame(at instant: UInt64) -> UInt64 {
        let frame = instant / second * framesPerSecond + instant % second * framesPerSecond / second
        return self.instant(of: frame + 1) <= instant ? frame + 1 : frame
    }

    /// The first frame whose opportunity does not come before an instant.
    static func firstFrame(notBefore instant: UInt64) -> UInt64 {
        let last = lastFrame(at: instant)
        return self.instant(of: last) == instant ? last : last + 1
    }
}
