// SPDX-License-Identifier: MIT

/// Looks through the record of a run for anti-patterns.
///
/// What a program might do is not asked, only what it did: each finding has its evidence in the run. The source helps
/// to leave out what somebody meant.
public struct Coach: Sendable {
    private let view: CoachView

    /// Reads a run recorded at level full; `facts` are of its sources.
    public init(_ index: TraceIndex, facts: [SourceFacts]) {
        view = CoachView(index, facts: facts)
    }

    /// What there is to say about it.
    public var report: CoachReport {
        let returns = MissingReturn(view)
        let floating = FloatingPromise(view, except: returns.promises)
        let rejections = UnhandledRejection(view, except: returns.promises.union(floating.promises))
        let found =
            returns.findings + floating.findings + rejections.findings + SequentialAwaits(view).findings
            + Starvation(view).findings + BlockedLoop(view).findings + NeverSettled(view).findings
            + LeakedTimer(view).findings + LeakedListener(view).findings + RaceLoser(view).findings
        return CoachReport(findings: Self.byPlace(found, own: view.trace.sources.first?.file), cut: view.cut)
    }

    // A loop meets the same place again and again: that is one finding.
    private static func byPlace(_ findings: [Finding], own: String?) -> [Finding] {
        struct Key: Hashable {
            var pattern: AntiPattern
            var position: SourcePosition
        }
        var kept: [Finding] = []
        var known: [Key: Int] = [:]
        for finding in findings {
            let key = Key(pattern: finding.pattern, position: finding.position)
            if let number = known[key] {
                kept[number].count += 1
            } else {
                known[key] = kept.count
                kept.append(finding)
            }
        }
        return kept.enumerated().sorted { first, second in
            let (one, other) = (first.element.position, second.element.position)
            if one == other { return first.offset < second.offset }
            if (one.file == own) != (other.file == own) { return one.file == own }
            return (one.file, one.line, one.column) < (other.file, other.line, other.column)
        }.map(\.element)
    }
}
