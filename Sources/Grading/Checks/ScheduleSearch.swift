// SPDX-License-Identifier: MIT
public import Scheduling

/// Goes through legal orders and latencies of one check, those first that differ least from the usual one.
///
/// Ask for a plan, run the check by it, tell what was decided in that run; until there is none left or the check
/// failed: that plan is then the smallest which makes it fail.
public struct ScheduleSearch: Sendable {
    /// The most runs that a search may have.
    public static let limit = 64

    private var waiting: [(choices: [Int], fixed: Int)] = [([], 0)]
    private var next = 0
    private let runs: Int

    /// Begins a search of so many runs at most; with one it has the usual order only.
    public init(runs: Int) {
        self.runs = runs
    }

    /// The next plan; nil when there is none left.
    public mutating func nextPlan() -> ChoicePlan? {
        guard next < runs, next < waiting.count else { return nil }
        let plan = waiting[next]
        next += 1
        return ChoicePlan(choices: plan.choices, variesDurations: runs > 1)
    }

    /// Takes what was decided in a run that went by the last plan, in order.
    public mutating func note(_ record: [Choice]) {
        guard next > 0 else { return }
        // Only behind what the plan had fixed: anything else is the child of another plan.
        let fixed = waiting[next - 1].fixed
        guard waiting.count < runs, fixed < record.count else { return }
        let open = (fixed..<record.count).flatMap { position in
            (0..<max(record[position].alternatives, 1)).filter { $0 != record[position].taken }.map { (position, $0) }
        }
        // Those that the check has left open come first: a submission can leave as many open as it likes, and would
        // hide its own fault behind them. Of its own, a selection from everywhere.
        let own = open.filter { record[$0.0].point == .scriptedLatency }.prefix(runs - waiting.count)
        let others = open.filter { record[$0.0].point != .scriptedLatency }
        let room = runs - waiting.count - own.count
        let selected =
            others.count <= room ? others : (0..<room).map { others[$0 * others.count / room] }
        for (position, alternative) in own + selected {
            waiting.append((record[..<position].map(\.taken) + [alternative], position + 1))
        }
    }
}
