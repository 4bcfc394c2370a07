// SPDX-License-Identifier: MIT

/// A promise whose result nobody uses and which rejects, or works on after the async function that began it is done.
struct FloatingPromise {
    private(set) var findings: [Finding] = []
    /// The promises that float.
    private(set) var promises: Set<UInt64> = []

    init(_ view: CoachView, except known: Set<UInt64>) {
        for promise in view.promises.order where !known.contains(promise) {
            guard let record = view.promises[promise], !record.isUsed || view.isUnhandled(record),
                let finding = Self.rejected(view, record) ?? Self.outliving(view, record)
                    ?? Self.dropped(view, record)
            else { continue }
            promises.insert(promise)
            findings.append(finding)
        }
    }

    // A call that is a statement, followed by others, gave a promise that was rejected.
    private static func rejected(_ view: CoachView, _ record: PromiseRecord) -> Finding? {
        guard view.isUnhandled(record), record.handledLate == nil, let settled = record.settled,
            let site = view.site(of: record), site.call.use == .discarded, isOwnCall(site),
            site.call.isFollowed || site.function.kind != .program
        else { return nil }
        let reason = view.reason(of: record)
        return Finding(
            .floatingPromise, at: site.position,
            evidence: [
                "Nobody waits for \(view.name(of: record)): the call stands alone as a statement.",
                "Its promise was rejected \(view.moment(settled))\(reason.isEmpty ? "" : " with \(reason)"), "
                    + "and no handler was there.",
            ],
            fix: "Await it inside try/catch, return it, or end it with .catch(…) if it may go its own way.")
    }

    // Chains without a catch are told as unhandled rejections, and so are promises made for the purpose.
    private static func isOwnCall(_ site: CoachView.Site) -> Bool {
        let callee = site.call.callee
        return !["then", "catch", "finally"].contains(site.call.method) && !callee.hasPrefix("new ")
            && !callee.hasPrefix("Promise.") && !callee.isEmpty
    }

    // The async function that began it was done first.
    private static func outliving(_ view: CoachView, _ record: PromiseRecord) -> Finding? {
        guard !view.isUnhandled(record), let settled = record.settled, let created = record.created,
            let site = view.site(of: record), site.call.use == .discarded || site.call.use == .kept,
            site.function.kind == .async, !site.call.callee.hasPrefix("new "), site.call.method != "catch",
            site.call.method != "finally", !site.call.callee.isEmpty
        else { return nil }
        if let (facts, number) = view.asyncFunction(of: record), facts.functions[number].keepsItsErrors { return nil }
        if site.call.use == .kept && view.asyncFunction(of: record) == nil { return nil }
        guard let caller = caller(of: site, from: created, to: settled, view), let done = caller.settled,
            view.time(done) < view.time(settled)
        else { return nil }
        return Finding(
            .floatingPromise, at: site.position,
            evidence: [
                "Nobody waits for \(view.name(of: record)), which worked until "
                    + "\(CoachView.duration(view.time(settled))).",
                "\(view.name(of: caller)), which began it, was done \(view.moment(done)).",
            ],
            fix: "Await it, return it, or end it with .catch(…) if it may go its own way.",
            related: view.position(of: caller).map { [$0] } ?? [])
    }

    // The run of the async function around a call that lasted while the call was made and was over before it.
    private static func caller(
        of site: CoachView.Site, from created: Int, to settled: Int, _ view: CoachView
    ) -> PromiseRecord? {
        view.runs(of: site.call.function, in: site.facts).lazy.compactMap { view.promises[$0] }.first { record in
            guard let begun = record.created, let done = record.settled else { return false }
            return begun < created && created < done && done < settled
        }
    }

    // forEach calls an async function and takes no notice of its promise.
    private static func dropped(_ view: CoachView, _ record: PromiseRecord) -> Finding? {
        guard let (facts, number) = view.asyncFunction(of: record), let created = record.created,
            let given = facts.functions[number].givenTo, facts.calls[given].method == "forEach",
            facts.calls[given].use == .discarded, facts.calls[given].isFollowed, let settled = record.settled,
            let first = record.suspensions.first, view.time(first) < view.time(settled)
        else { return nil }
        let site = CoachView.Site(facts: facts, number: given)
        return Finding(
            .floatingPromise, at: site.position,
            evidence: [
                "forEach() takes no notice of the promise that its async callback returns.",
                "What follows went on \(view.moment(created)); the callback worked until "
                    + "\(CoachView.duration(view.time(settled))).",
            ],
            fix: "Await Promise.all(….map(async …)) to run them together, or use for…of for one after the other.")
    }
}
