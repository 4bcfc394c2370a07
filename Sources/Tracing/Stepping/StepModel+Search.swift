// SPDX-License-Identifier: MIT

// Looking for a text in what happens.
extension StepModel {
    /// The position behind the next event whose source line, output, function, variable or queued callback has a text.
    ///
    /// Capital and small letters count as equal.
    func search(_ text: String, _ direction: StepDirection) -> Int? {
        let wanted = text.lowercased()
        if wanted.isEmpty { return nil }
        // Each text and each line is looked at once, however many events have it.
        var texts: [UInt32: Bool] = [:]
        var places: [UInt32: Bool] = [:]
        func isIn(text number: UInt32) -> Bool {
            if number == 0 { return false }
            if let known = texts[number] { return known }
            let answer = trace.text(number).lowercased().contains(wanted)
            texts[number] = answer
            return answer
        }
        func isIn(place event: TraceEvent) -> Bool {
            if event.place == 0 { return false }
            if let known = places[event.place] { return known }
            let line = trace.position(of: event).flatMap { sources.line($0.line, of: $0.file) }
            let answer = line?.lowercased().contains(wanted) ?? false
            places[event.place] = answer
            return answer
        }
        return event(direction) { event in
            switch event.kind {
            case .statement: isIn(place: event)
            case .variable: isIn(text: event.text) || isIn(text: UInt32(truncatingIfNeeded: event.value))
            case .frameEntered, .output, .uncaughtError, .rejectionUnhandled: isIn(text: event.text)
            case .queued, .timerSet, .jobQueued: isIn(text: event.text) || (!hasStatements && isIn(place: event))
            default: !hasStatements && isIn(place: event)
            }
        }
    }
}
