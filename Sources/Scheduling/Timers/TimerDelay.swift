// SPDX-License-Identifier: MIT
/// The rule that turns a delay asked for by a program into whole milliseconds.
public enum TimerDelay {
    /// The longest delay in milliseconds, 2^31 − 1 (about 24.8 days).
    public static let maximum: Int = 2_147_483_647

    /// Turns a delay in milliseconds into one from 1 to ``maximum``.
    ///
    /// NaN, a delay below 1 and one above ``maximum`` become 1; a fraction is cut off. Node: the `Timeout` constructor
    /// and `insert` in `lib/internal/timers.js`.
    public static func clamp(_ milliseconds: Double) -> Int {
        milliseconds >= 1 && milliseconds <= Double(maximum) ? Int(milliseconds) : 1
    }

    /// Turns a delay in milliseconds into one from 1 to ``maximum``.
    public static func clamp(_ milliseconds: Int) -> Int {
        (1...maximum).contains(milliseconds) ? milliseconds : 1
    }
}
