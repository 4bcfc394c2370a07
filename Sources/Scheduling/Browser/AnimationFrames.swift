// SPDX-License-Identifier: MIT
/// The map of animation frame callbacks, and whether and when there is something to render.
///
/// Source: HTML standard, section 8.11 "Animation frames". Confined to the loop's thread.
struct AnimationFrames {
    /// A callback that waits for a frame, under the number that `requestAnimationFrame` gave it.
    struct Request: BitwiseCopyable {
        let id: UInt32
        let callback: Callback
    }

    /// The callbacks in the order of their registration.
    private(set) var requests: [Request] = []
    /// Whether the document changed since it was last rendered.
    private(set) var isDirty = false
    /// The number of the last frame that was rendered.
    private(set) var lastFrame: UInt64 = 0
    /// The opportunity of the running or last frame, in nanoseconds.
    private(set) var frameTime: UInt64 = 0

    private var lastID: UInt32 = 0
    /// Since when there is something to render, in nanoseconds.
    private var wantedSince: UInt64?
    /// How many opportunities passed while the last frame was made, and another was wanted.
    private var overrun: UInt64 = 0

    /// Whether the next frame would have something to do.
    var isWanted: Bool { !requests.isEmpty || isDirty }

    /// The first frame that can render what there is to render.
    private var nextFrame: UInt64? {
        wantedSince.map { max(RefreshRate.firstFrame(notBefore: $0), lastFrame + 1) }
    }

    /// The rendering opportunity that the page waits for, in nanoseconds; nil while there is nothing to render.
    var due: UInt64? { nextFrame.map(RefreshRate.instant(of:)) }

    mutating func add(_ callback: Callback, at now: UInt64) -> UInt32 {
        lastID &+= 1
        requests.append(Request(id: lastID, callback: callback))
        wantedSince = wantedSince ?? now
        return lastID
    }

    mutating func setDirty(at now: UInt64) {
        isDirty = true
        wantedSince = wantedSince ?? now
    }

    mutating func remove(_ id: UInt32) -> Callback? {
        guard let index = requests.firstIndex(where: { $0.id == id }) else { return nil }
        defer { if !isWanted { wantedSince = nil } }
        return requests.remove(at: index).callback
    }

    mutating func removeAll() -> [Callback] {
        defer {
            requests = []
            isDirty = false
            wantedSince = nil
        }
        return requests.map(\.callback)
    }

    /// Begins the frame of the last opportunity; gives the number of opportunities that were missed before it.
    mutating func beginFrame(at now: UInt64) -> UInt64 {
        let frame = max(RefreshRate.lastFrame(at: now), lastFrame)
        let missed = frame - min(nextFrame ?? frame, frame) + overrun
        overrun = 0
        lastFrame = frame
        frameTime = RefreshRate.instant(of: frame)
        return missed
    }

    /// Ends the frame; what was asked for meanwhile waits for the next one.
    mutating func endFrame(at now: UInt64) {
        isDirty = false
        wantedSince = isWanted ? now : nil
        // A page that goes on animating has missed the opportunities that passed while this frame was made.
        overrun = isWanted ? RefreshRate.lastFrame(at: now) - lastFrame : 0
    }
}
