// SPDX-License-Identifier: MIT

/// A then-callback that begins work and does not return its promise, so that the chain goes on without it.
struct MissingReturn {
    private(set) var findings: [Finding] = []
    /// The promises that were not returned.
    private(set) var promises: Set<UInt64> = []

    init(_ view: CoachView) {
        // The promise that each job of a chain settles.
        var steps: [UInt64: (record: PromiseRecord, site: CoachView.Site)] = [:]
        for promise in view.promises.order {
            guard let record = view.promises[promise], record.derivation != nil, let settled = record.settled,
                let site = view.origin(of: record), site.call.takesFunction,
                let job = view.index.runningCallback(at: settled)
            else { continue }
            steps[job.callback] = (record, site)
        }
        for promise in view.promises.order {
            guard let left = view.promises[promise], let created = left.created,
                let job = view.index.runningCallback(at: created), let step = steps[job.callback],
                let finding = Self.finding(view, left, step.record, step.site)
            else { continue }
            promises.insert(promise)
            findings.append(finding)
        }
    }

    private static func finding(
        _ view: CoachView, _ left: PromiseRecord, _ step: PromiseRecord, _ chain: CoachView.Site
    ) -> Finding? {
        guard left.promise != step.promise, !left.isUsed, let settled = step.settled,
            let next = firstUse(of: step, view), let site = view.site(of: left),
            site.facts.file == chain.facts.file, site.function.givenTo == chain.number, site.function.kind == .plain
        else { return nil }
        let end = site.facts.endOfChain(site.number)
        // Whoever catches its errors means it to go its own way.
        guard end.use == .discarded, end.method != "catch", !isCaught(site) else { return nil }
        if let over = left.settled {
            guard over > settled, view.index.runningCallback(at: over)?.callback != jobOf(step, view) else {
                return nil
            }
            guard over > next.ran || left.isRejected else { return nil }
        } else if view.cut == nil, !view.ranDry {
            return nil
        }
        let ending =
            left.settled.map {
                (left.isRejected ? "it was rejected " : "it settled ") + view.moment($0)
            } ?? "it never settled"
        return Finding(
            .missingReturn, at: site.position,
            evidence: [
                "The callback given to \(chain.call.method)() began \(view.name(of: left)) and returned nothing.",
                "The chain went on \(view.moment(next.ran)) at \(view.line(next.position)); \(ending).",
            ],
            fix: "Return it: `return \(view.name(of: left))`, so that the next step waits for it and its errors.",
            related: [next.position])
    }

    private static func jobOf(_ step: PromiseRecord, _ view: CoachView) -> UInt64? {
        step.settled.flatMap { view.index.runningCallback(at: $0)?.callback }
    }

    private static func isCaught(_ site: CoachView.Site) -> Bool {
        var current = site.call
        while current.use == .chained, let next = current.consumer {
            current = site.facts.calls[next]
            if current.method == "catch" { return true }
        }
        return false
    }

    // The step of the chain after this one: a reaction, or an await; and where it ran.
    private static func firstUse(of step: PromiseRecord, _ view: CoachView) -> (ran: Int, position: SourcePosition)? {
        guard let settled = step.settled, let use = (step.handlers + step.waits).min() else { return nil }
        let event = view.trace.events[use]
        guard let position = view.trace.position(of: event) else { return nil }
        if event.kind == .handlerAttached, let after = view.promises[event.value]?.settled {
            return (after, position)
        }
        let resumed = view.promises[event.subject]?.resumptions.first { $0 > settled }
        return event.kind == .awaitSuspended ? resumed.map { ($0, position) } : (settled, position)
    }
}
