// SPDX-License-Identifier: MIT

/// Listeners that are added to one emitter again and again and never taken away.
struct LeakedListener {
    /// In so many different callbacks, as one adds them for each request.
    static let mostCallbacks = 5

    private struct Key: Hashable {
        var emitter: UInt64
        var event: UInt32
        var place: UInt32
    }

    private struct Additions {
        var first: Int
        var events: [Int] = []
        var callbacks: Set<UInt64> = []
        var most: UInt64 = 0
        var exceeded = false

        mutating func note(_ event: TraceEvent, _ index: Int, in callback: UInt64) {
            events.append(index)
            callbacks.insert(callback)
            most = max(most, event.value & TraceEvent.listenerCount)
            if event.value & TraceEvent.tooManyListeners != 0 { exceeded = true }
        }

        init(first: Int) { self.first = first }
    }

    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        var order: [Key] = []
        var additions: [Key: Additions] = [:]
        var left: [[UInt64]: UInt64] = [:]
        for (index, event) in view.trace.events.enumerated() {
            switch event.kind {
            case .listenerAdded where event.place != 0:
                let key = Key(emitter: event.subject, event: event.text, place: event.place)
                if additions[key] == nil { order.append(key) }
                additions[key, default: Additions(first: index)]
                    .note(event, index, in: view.index.runningCallback(at: index)?.callback ?? 0)
            case .listenerRemoved: break
            default: continue
            }
            left[[event.subject, UInt64(event.text)]] = event.value & TraceEvent.listenerCount
        }
        for key in order {
            guard let seen = additions[key], seen.exceeded || seen.callbacks.count >= Self.mostCallbacks,
                left[[key.emitter, UInt64(key.event)], default: 0] >= UInt64(Self.mostCallbacks),
                seen.events.count >= Self.mostCallbacks,
                let last = seen.events.last, let position = view.position(of: last)
            else { continue }
            findings.append(
                Finding(
                    .leak, at: position,
                    evidence: [
                        "A listener of '\(view.trace.text(key.event))' was added here \(seen.events.count) times to "
                            + "one emitter, from \(CoachView.duration(view.time(seen.first))) to "
                            + "\(CoachView.duration(view.time(last))).",
                        "\(seen.most) of them were there at once"
                            + (seen.exceeded ? ", more than its setMaxListeners() allows." : ", and they stay."),
                    ],
                    fix: "Add it once, outside of what repeats, or remove it when it is done: off(), once().")
            )
        }
    }
}
