// SPDX-License-Identifier: MIT
internal import Scheduling
internal import Synchronization

/// Puts together what the threads of one program have recorded.
///
/// May be used from any thread.
public final class TraceCollector: Sendable {
    /// How much is recorded.
    public let level: TraceLevel
    /// How many events each thread keeps.
    public let eventLimit: Int
    /// How many bytes of text each thread keeps.
    public let textLimit: Int

    /// After how many events of all threads the run is to be stopped; `.max` for never.
    public let eventBudget: UInt64

    private let lastSequence = Atomic<UInt64>(0)
    private let parts = Guarded<[ThreadPart]>([])

    /// What one thread gives when it ends.
    struct ThreadPart: Sendable {
        var thread: UInt16
        var events: [TraceEvent]
        var texts: [String]
        var places: [SourcePosition]
    }

    /// Makes a collector; a thread's events take 56 bytes each, so the default is 56 MiB.
    public init(
        level: TraceLevel, eventLimit: Int = 1 << 20, textLimit: Int = 64 << 20, eventBudget: UInt64 = .max
    ) {
        self.level = level
        self.eventBudget = eventBudget
        self.eventLimit = eventLimit
        self.textLimit = textLimit
    }

    /// The number of the next event.
    @inline(__always)
    func takeSequence() -> UInt64 {
        lastSequence.wrappingAdd(1, ordering: .relaxed).newValue
    }

    func add(_ part: ThreadPart) {
        parts.withLock { $0.append(part) }
    }

    /// Forgets the threads that have ended, and gives the last number that was taken.
    func startPart() -> UInt64 {
        parts.withLock { $0.removeAll() }
        return lastSequence.load(ordering: .relaxed)
    }

    /// The whole record, to be asked for when every thread has ended.
    ///
    /// The numbers of promises, texts and places are given anew in the order of events, so they are the same in every
    /// run of one program.
    public func trace(_ header: Trace.Header, sources: [Trace.Source] = []) -> Trace {
        trace(header, sources: sources, and: nil)
    }

    func trace(_ header: Trace.Header, sources: [Trace.Source], and live: ThreadPart?) -> Trace {
        let ended = parts.withLock { $0 }
        let parts = (ended + (live.map { [$0] } ?? [])).sorted { $0.thread < $1.thread }
        var merge = TraceMerge(sources)
        return merge.merged(parts, into: Trace(header: header, sources: sources))
    }
}
