// SPDX-License-Identifier: MIT

/// A promise that was pending when the program ended, and that something still waited for.
///
/// Only where the loop ran dry: a program that was stopped or left by itself owes nothing. A consumer that waits for
/// more in a loop without end is meant to.
struct NeverSettled {
    private(set) var findings: [Finding] = []

    init(_ view: CoachView) {
        guard view.ranDry else { return }
        for promise in view.promises.order {
            guard let record = view.promises[promise], record.settled == nil, isRoot(record, view),
                let waiter = Self.waiter(of: record, view),
                let used = view.trace.position(of: view.trace.events[waiter]),
                view.trace.events[waiter].thread == 0
            else { continue }
            findings.append(Self.finding(view, record, waiter, used))
        }
        findings += Self.moduleAwaits(view, besides: Set(findings.flatMap(\.related) + findings.map(\.position)))
    }

    // What it waits for itself is told instead of it.
    private func isRoot(_ record: PromiseRecord, _ view: CoachView) -> Bool {
        if record.suspensions.count > record.resumptions.count { return false }
        return [record.derivation, record.adoption].compactMap(\.self).allSatisfy { event in
            view.promises[view.trace.events[event].subject]?.settled != nil
        }
    }

    // An async function that waits for it, or a callback given to its then(); through the promises that follow it.
    private static func waiter(of record: PromiseRecord, _ view: CoachView) -> Int? {
        // Chains can be longer than a stack is deep, and a trace from elsewhere can lead in a circle.
        var seen: Set<UInt64> = []
        var handlers: [Int] = []
        var next: PromiseRecord? = record
        while true {
            if let record = next, seen.insert(record.promise).inserted {
                if let wait = wait(for: record, view) { return wait }
                handlers += record.handlers.reversed()
            }
            guard let handler = handlers.popLast() else { return nil }
            next = nil
            let derived = view.trace.events[handler].value
            guard let follower = view.promises[derived], follower.settled == nil else { continue }
            let site = view.site(of: handler)
            if let site, site.call.method == "then", site.call.takesFunction { return handler }
            if site?.call.callee != "Promise.race" { next = follower }
        }
    }

    // The await of an async function that waits for it and is not meant to wait for ever.
    private static func wait(for record: PromiseRecord, _ view: CoachView) -> Int? {
        record.waits.first { wait in
            let function = view.promises[view.trace.events[wait].subject]
            if let function, function.suspensions.last != wait || function.settled != nil { return false }
            return view.wait(of: wait)?.wait.isInEndlessLoop != true && view.point(of: wait) != nil
        }
    }

    private static func finding(
        _ view: CoachView, _ record: PromiseRecord, _ waiter: Int, _ used: SourcePosition
    ) -> Finding {
        let isAwait = view.trace.events[waiter].kind == .awaitSuspended
        let made = view.origin(of: record)
        let isOwn = made?.call.callee == "new Promise"
        let position = isOwn ? made?.position ?? used : used
        let kind = isAwait ? "await" : "then()"
        return Finding(
            .neverSettled, at: position,
            evidence: [
                isOwn
                    ? "This promise was pending when nothing was left to do; the \(kind) of \(view.line(used)) waited."
                    : "This \(kind) waited for \(view.name(of: record)), which was pending when nothing was left.",
                "What comes after the \(kind) never ran; it had waited since "
                    + "\(CoachView.duration(view.time(waiter))).",
            ],
            fix: "Settle it on every path, also on errors and at the end, or give it a deadline that rejects it.",
            related: position == used ? [] : [used])
    }

    // At the top of a module the function that waits has no promise to follow.
    private static func moduleAwaits(_ view: CoachView, besides known: Set<SourcePosition>) -> [Finding] {
        guard let end = view.trace.events.last(where: { $0.kind == .programEnded }), end.value == 13 else { return [] }
        guard let last = view.trace.events.lastIndex(where: { $0.kind == .awaitSuspended && $0.thread == 0 }),
            let position = view.trace.position(of: view.trace.events[last]), known.isEmpty
        else { return [] }
        return [
            Finding(
                .neverSettled, at: position,
                evidence: [
                    "The module waited here when nothing was left to do; Node ends such a program with code 13.",
                    "It had waited since \(CoachView.duration(view.time(last))).",
                ],
                fix: "Settle it on every path, also on errors and at the end, or give it a deadline that rejects it.")
        ]
    }
}
