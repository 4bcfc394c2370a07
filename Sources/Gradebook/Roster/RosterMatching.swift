// SPDX-License-Identifier: MIT
internal import CivilTime

/// Finds whom the rows of a roster mean.
struct RosterMatching {
    private let known: [Enrolment]
    private let options: RosterImport.Options
    private let moment: Timestamp
    private var byLearner: [String: Int] = [:]
    private var byName: [String: Int] = [:]
    private var byID: [RosterID: [Int]] = [:]
    private var byEmail: [String: [Int]] = [:]
    private let spellings: [String: String]
    // Who is on the roster, and who was found to be somebody else.
    private var present: Set<Int> = []
    private var replaced: Set<Int> = []
    private var outcome = RosterImport()

    init(known: [Enrolment], spellings: [String], _ options: RosterImport.Options, _ moment: Timestamp) {
        self.known = known
        self.options = options
        self.moment = moment
        self.spellings = Dictionary(spellings.map { ($0, $0) }) { first, _ in first }
        for (index, enrolment) in known.enumerated() {
            byLearner[enrolment.learner] = index
            for name in enrolment.otherNames where enrolment.isActive { byName[name] = index }
            for id in enrolment.ids where id.system.isLasting { byID[id, default: []].append(index) }
            if let email = enrolment.email { byEmail[email, default: []].append(index) }
        }
    }

    /// Takes the next row.
    mutating func take(_ row: Roster.Row) {
        let same = row.ids.filter(\.system.isLasting).flatMap { byID[$0] ?? [] }.filter { !present.contains($0) }
        let named = byLearner[row.learner].flatMap { present.contains($0) ? nil : $0 }
        // A name may have gone from one person to another; an ID has not.
        let isNamed = named.map { same.contains($0) || same.isEmpty || !contradicts(row, known[$0]) } ?? false
        if let index = (isNamed ? named : nil) ?? same.first ?? other(row) {
            present.insert(index)
            var enrolment = updated(known[index], row)
            // Two gradebooks may have known one person by two names.
            for index in same where !present.contains(index) && known[index].isActive {
                replaced.insert(index)
                add(known[index].learner, to: &enrolment)
            }
            note(known[index], enrolment)
        } else {
            let enrolment = Enrolment(
                learner: spellings[row.learner] ?? row.learner, section: row.section ?? options.section,
                fullName: row.fullName, email: row.email, rosterIDs: row.ids.map(\.text), decided: moment)
            outcome.added.append(enrolment)
            outcome.records.append(enrolment)
        }
    }

    /// Whom another name or the address tells, where that is one person.
    private func other(_ row: Roster.Row) -> Int? {
        if let index = byName[row.learner], !present.contains(index) { return index }
        guard let email = row.email, let found = byEmail[email], found.count == 1, !present.contains(found[0]) else {
            return nil
        }
        return contradicts(row, known[found[0]]) ? nil : found[0]
    }

    /// Whether an ID that lasts is another one, so that the two are two persons.
    private func contradicts(_ row: Roster.Row, _ enrolment: Enrolment) -> Bool {
        row.ids.contains { id in id.system.isLasting && enrolment.id(id.system).map { $0 != id.value } ?? false }
    }

    /// What was known, with what a row says about it.
    private func updated(_ old: Enrolment, _ row: Roster.Row) -> Enrolment {
        var enrolment = old
        enrolment.section = row.section ?? options.section ?? old.section
        enrolment.fullName = row.fullName ?? old.fullName
        enrolment.email = row.email ?? old.email
        enrolment.isActive = true
        let said = Set(row.ids.map(\.system)).subtracting([.name])
        let kept = old.rosterIDs.filter { text in RosterID(text).map { !said.contains($0.system) } ?? true }
        let texts = Set(kept + row.ids.map(\.text))
        enrolment.rosterIDs = texts.sorted { $0.utf8.lexicographicallyPrecedes($1.utf8) }
        // By a name that somebody else is enrolled with only that one is known.
        if byLearner[row.learner] == nil { add(row.learner, to: &enrolment) }
        return enrolment
    }

    private func add(_ name: String, to enrolment: inout Enrolment) {
        if enrolment.otherNames.contains(name) { return }
        enrolment.rosterIDs = (enrolment.rosterIDs + [RosterID(.name, name).text]).sorted {
            $0.utf8.lexicographicallyPrecedes($1.utf8)
        }
    }

    private mutating func note(_ old: Enrolment, _ new: Enrolment) {
        var changes: [RosterImport.Change] = []
        if !old.isActive { changes.append(.returned) }
        if old.section != new.section { changes.append(.section(from: old.section, to: new.section)) }
        if old.fullName != new.fullName { changes.append(.fullName(from: old.fullName, to: new.fullName)) }
        if old.email != new.email { changes.append(.email(from: old.email, to: new.email)) }
        for name in new.otherNames where !old.otherNames.contains(name) { changes.append(.otherName(name)) }
        // Parts of a name that has changed say nothing more.
        let silent: Set<RosterID.System> = old.fullName == new.fullName ? [.name] : [.name, .first, .last]
        for id in new.ids where !silent.contains(id.system) && old.id(id.system) != id.value {
            changes.append(.id(id.system, from: old.id(id.system), to: id.value))
        }
        if changes.isEmpty, old.rosterIDs == new.rosterIDs {
            outcome.unchanged += 1
            return
        }
        var new = new
        // A clock that went back must not make what is said now older than what was said before.
        new.decided = max(moment, Timestamp(milliseconds: old.decided.milliseconds + 1))
        outcome.changed.append(.init(enrolment: new, changes: changes))
        outcome.records.append(new)
    }

    /// All that came of the rows.
    mutating func finish() -> RosterImport {
        for (index, enrolment) in known.enumerated() where enrolment.isActive && !present.contains(index) {
            if replaced.contains(index) {
                outcome.records.append(enrolment.gone(at: moment))
            } else if options.concerns(enrolment) {
                outcome.absent.append(enrolment)
            }
        }
        return outcome
    }

    /// Who is on the roster, by the names by which they are enrolled.
    var presentLearners: [String] { present.map { known[$0].learner } + outcome.added.map(\.learner) }
}
