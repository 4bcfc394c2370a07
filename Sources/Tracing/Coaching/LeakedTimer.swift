// SPDX-License-Identifier: MIT
internal import Scheduling

/// A timer that keeps the program alive although nobody needs it.
struct LeakedTimer {
    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        findings = Self.intervals(view) + Self.deadlines(view)
    }

    // An interval that is armed when the run is cut, and that was never told not to keep the program alive.
    private static func intervals(_ view: CoachView) -> [Finding] {
        guard view.cut != nil else { return [] }
        return view.index.callbacks.compactMap { record in
            guard record.thread == 0, record.kind == .timer, record.started == nil || record.ended == nil,
                record.cleared == nil, let asked = record.asked
            else { return nil }
            let event = view.trace.events[asked]
            guard event.kind == .timerSet, event.value & TraceEvent.repeating != 0,
                event.value & TraceEvent.unreferenced == 0, let first = firstArming(of: asked, view),
                view.trace.events[first.event].sequence != event.sequence,
                let position = view.position(of: first.event)
            else { return nil }
            return Finding(
                .leak, at: position,
                evidence: [
                    "This interval had run \(first.runs) times by \(CoachView.duration(view.time(asked))), and nothing "
                        + "cleared it.",
                    "It keeps the program alive: the run had to be cut.",
                ],
                fix: "Keep what setInterval() returns and clear it when the work is done, or unref() it.")
        }
    }

    private static func firstArming(of event: Int, _ view: CoachView) -> (event: Int, runs: Int)? {
        var current = event
        var runs = 0
        while view.trace.events[current].place == 0 {
            guard let started = view.trace.index(of: view.trace.events[current].cause),
                view.trace.events[started].kind == .started,
                let armed = view.trace.index(of: view.trace.events[started].cause),
                view.trace.events[armed].kind == .timerSet, armed < current
            else { return nil }
            runs += 1
            current = armed
        }
        return (current, runs)
    }

    // The timer of a promise that was settled long before it fired: a deadline that nobody took back.
    private static func deadlines(_ view: CoachView) -> [Finding] {
        view.index.callbacks.compactMap { record in
            guard record.thread == 0, record.kind == .timer, let asked = record.asked, let started = record.started,
                let ended = record.ended, ended - started == 1, let site = view.site(of: asked),
                site.call.callee == "setTimeout", let given = site.function.givenTo,
                site.facts.calls[given].callee == "new Promise",
                let promise = promise(of: asked, madeBy: CoachView.Site(facts: site.facts, number: given), view),
                let settled = promise.settled, settled < started,
                view.time(started).elapsed(since: view.time(settled)) >= SequentialAwaits.shortest
            else { return nil }
            return Finding(
                .leak, at: site.position,
                evidence: [
                    "Its promise was settled \(view.moment(settled)); the timer went on and fired "
                        + "\(view.moment(started)) for nothing.",
                    "Until then it kept the program alive.",
                ],
                fix: "Keep what setTimeout() returns and clear it when the promise is settled.",
                related: [CoachView.Site(facts: site.facts, number: given).position])
        }
    }

    // The promise whose executor armed the timer.
    private static func promise(of timer: Int, madeBy site: CoachView.Site, _ view: CoachView) -> PromiseRecord? {
        let callback = view.index.runningCallback(at: timer)?.callback
        for promise in view.promises.order.reversed() {
            guard let record = view.promises[promise], let created = record.created, created < timer,
                view.site(of: created)?.position == site.position
            else { continue }
            return view.index.runningCallback(at: created)?.callback == callback ? record : nil
        }
        return nil
    }
}
