// SPDX-License-Identifier: MIT

/// Work or a timer that lost a race and went on all the same.
struct RaceLoser {
    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        for promise in view.promises.order {
            guard let race = view.promises[promise], let created = race.created, let settled = race.settled,
                race.derivation == nil, let site = view.site(of: created), Self.isRace(site),
                !Self.isRunner(race, created, view)
            else { continue }
            for loser in Self.runners(of: race, created, view) {
                if let finding = Self.finding(view, site, loser, settled) { findings.append(finding) }
            }
        }
    }

    private static func isRace(_ site: CoachView.Site) -> Bool {
        site.call.callee == "Promise.race" || site.call.callee == "Promise.any"
    }

    // A value that is no promise is made one, at the place of the race; the race itself has its handlers elsewhere.
    private static func isRunner(_ record: PromiseRecord, _ created: Int, _ view: CoachView) -> Bool {
        record.handlers.contains { view.trace.events[$0].place == view.trace.events[created].place }
    }

    // The promises to which the race attached its reactions: right after it was made, at its own place.
    private static func runners(of race: PromiseRecord, _ created: Int, _ view: CoachView) -> [PromiseRecord] {
        let place = view.trace.events[created].place
        let callback = view.index.runningCallback(at: created)?.callback
        var runners: [PromiseRecord] = []
        for event in view.trace.events[(created + 1)...] {
            if event.kind == .ended && event.subject == callback { break }
            if event.kind == .promiseCreated && event.place == place, isSecondRace(event, view) { break }
            if event.kind == .handlerAttached && event.place == place, let runner = view.promises[event.subject] {
                runners.append(runner)
            }
        }
        return runners
    }

    // The same call made once more in the same callback.
    private static func isSecondRace(_ event: TraceEvent, _ view: CoachView) -> Bool {
        guard let record = view.promises[event.subject], let created = record.created else { return false }
        return record.derivation == nil && !isRunner(record, created, view)
    }

    private static func finding(
        _ view: CoachView, _ race: CoachView.Site, _ loser: PromiseRecord, _ settled: Int
    ) -> Finding? {
        guard let over = loser.settled, over > settled,
            view.time(over).elapsed(since: view.time(settled)) >= SequentialAwaits.shortest,
            // Who is raced again or awaited elsewhere is still wanted.
            loser.handlers.count + loser.waits.count == 1
        else { return nil }
        let name = view.name(of: loser)
        let made = view.site(of: loser, within: race.call.range)?.position ?? view.position(of: loser)
        return Finding(
            .raceLoser, at: race.position,
            evidence: [
                "The race was over \(view.moment(settled)).",
                "\(capitalized(name))\(made.map { " of \(view.line($0))" } ?? "") went on and "
                    + "\(loser.isRejected ? "failed" : "ended") \(view.moment(over)), for nobody.",
            ],
            fix: "Abort the loser with an AbortController, or clear its timer, when the race is over (in finally).",
            related: made.map { $0 == race.position ? [] : [$0] } ?? [])
    }

    private static func capitalized(_ name: String) -> String {
        name.hasPrefix("a ") || name.hasPrefix("an ") ? name.prefix(1).uppercased() + name.dropFirst() : name
    }
}
