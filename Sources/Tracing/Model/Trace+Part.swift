// SPDX-License-Identifier: MIT
internal import Scheduling

extension Trace {
    /// The first script that began after an event, and whatever came of it: what a prompt calls an input.
    ///
    /// Of the loop's own events those stay that lead to a callback of it.
    public func part(after sequence: UInt64) -> Trace {
        let script = UInt64(CallbackKind.script.rawValue)
        guard
            let first = events.firstIndex(where: {
                $0.sequence > sequence && $0.kind == .started && $0.value == script
            })
        else {
            var empty = self
            empty.events = []
            return empty
        }
        var part = self
        var root = events[first]
        // A prompt waits in the poll phase of some turn; its input belongs to none.
        root.phase = .script
        let start = event(root.cause) ?? TraceEvent(sequence: root.cause, kind: .threadStarted)
        part.events = [start, root]
        var known: Set<UInt64> = [root.sequence]
        // What the loop did by itself since the last callback of the part.
        var loop: [TraceEvent] = []
        // Where events were not kept, what came of them cannot be told from the rest and counts as well.
        var firstDropped = UInt64.max
        for event in events[(first + 1)...] {
            switch event.kind {
            case .dropped:
                firstDropped = min(firstDropped, event.sequence)
                part.events.append(event)
            case .turnStarted: loop = [event]
            case .phaseEntered, .taskSourceChosen, .frameBegan, .clockJumped, .choice: loop.append(event)
            default:
                let isLost =
                    event.sequence > firstDropped
                    && (event.cause == 0 || event.cause >= firstDropped && self.event(event.cause) == nil)
                guard isLost || known.contains(event.cause) else { continue }
                known.insert(event.sequence)
                if event.kind == .started {
                    part.events += loop
                    loop = []
                }
                part.events.append(event)
            }
        }
        return part
    }
}
