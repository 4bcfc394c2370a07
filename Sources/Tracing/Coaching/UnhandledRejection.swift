// SPDX-License-Identifier: MIT

/// A rejection that no handler awaited when both queues were empty.
struct UnhandledRejection {
    private(set) var findings: [Finding] = []

    init(_ view: CoachView, except known: Set<UInt64>) {
        for promise in view.promises.order where !known.contains(promise) {
            guard let record = view.promises[promise], let unhandled = record.unhandled,
                let position = view.position(of: record) ?? view.position(near: unhandled)
            else { continue }
            findings.append(Self.finding(view, record, unhandled, position))
        }
    }

    private static func finding(
        _ view: CoachView, _ record: PromiseRecord, _ unhandled: Int, _ position: SourcePosition
    ) -> Finding {
        let reason = view.reason(of: record)
        let rejected =
            "\(capitalized(view.name(of: record))) was rejected \(view.moment(record.settled ?? unhandled))"
            + (reason.isEmpty ? "." : " with \(reason).")
        let late = lateHandler(record, after: unhandled, view)
        guard let late else {
            let rest = "When both queues were empty it had no handler; Node ends the program for that."
            return Finding(
                .unhandledRejection, at: position, evidence: [rejected, rest],
                fix: "End the chain with .catch(…), or await it inside try/catch.")
        }
        let place = view.trace.position(of: view.trace.events[late])
        let rest =
            "Its handler\(place.map { " of \(view.line($0))" } ?? "") came \(view.moment(late)): by then Node had "
            + "reported it."
        return Finding(
            .unhandledRejection, at: position, evidence: [rejected, rest],
            fix: "Attach the handler where the promise is made, before anything else is awaited.",
            related: place.map { [$0] } ?? [])
    }

    private static func lateHandler(_ record: PromiseRecord, after unhandled: Int, _ view: CoachView) -> Int? {
        (record.handlers + record.waits).filter { $0 > unhandled }.min() ?? record.handledLate
    }

    private static func capitalized(_ name: String) -> String {
        name.hasPrefix("a ") || name.hasPrefix("an ") ? name.prefix(1).uppercased() + name.dropFirst() : name
    }
}
