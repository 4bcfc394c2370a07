// SPDX-License-Identifier: MIT
import CivilTime
import Testing

@testable import Gradebook

/// Rosters that come one after another, as courses change.
@Suite struct RosterImportTests {
    private let book: TestGradebook
    private let store: GradebookStore

    init() throws {
        book = try TestGradebook()
        store = try book.store()
    }

    /// Takes a table and tells what came of it: `+ada` is new, `ada:` changed, `-ada` absent, `=2` as before.
    @discardableResult private func take(
        _ text: String, _ options: RosterImport.Options = .init(), at time: Int64 = 10
    ) throws -> String {
        let (roster, problems) = RosterReader.read(Array(text.utf8), file: "r.csv")
        let imports = try store.importRosters(
            [try #require(roster, "\(problems)")], options, at: Timestamp(milliseconds: time))
        #expect(try store.verify().damage == [])
        #expect(imports.absent == imports.each[0].absent)
        #expect(imports.left.map(\.learner) == (options.isComplete ? imports.absent.map(\.learner) : []))
        return Self.line(imports.each[0])
    }

    private static func line(_ outcome: RosterImport) -> String {
        var parts = outcome.added.map { "+\($0.learner)" }
        parts += outcome.changed.map { "\($0.enrolment.learner):\($0.changes.map(word).joined(separator: ","))" }
        if outcome.unchanged > 0 { parts.append("=\(outcome.unchanged)") }
        return (parts + outcome.absent.map { "-\($0.learner)" }).joined(separator: " ")
    }

    private static func word(_ change: RosterImport.Change) -> String {
        switch change {
        case .section(let from, let to): "section \(from ?? "-")>\(to ?? "-")"
        case .fullName(let from, let to): "name \(from ?? "-")>\(to ?? "-")"
        case .email(let from, let to): "email \(from ?? "-")>\(to ?? "-")"
        case .id(let system, let from, let to): "\(system) \(from ?? "-")>\(to)"
        case .otherName(let name): "also \(name)"
        case .returned: "returned"
        }
    }

    private func members() throws -> String {
        try store.members().all.map { member in
            let mark =
                switch member.standing {
                case .enrolled: ""
                case .left: "left "
                case .stranger: "stranger "
                }
            return mark + member.learner + (member.section.map { "@\($0)" } ?? "")
        }.joined(separator: " ")
    }

    @Test func theSameRosterTwiceAddsNothing() throws {
        let roster = "learner,name,section,canvas\nada,Ada,mo,1\nbob,Bob,tu,2\n"
        #expect(try take(roster) == "+ada +bob")
        let before = try store.verify()
        #expect(try take(roster, at: 20) == "=2")
        #expect(try store.verify() == before)
        #expect(try members() == "ada@mo bob@tu")
    }

    @Test func aTrialKeepsNothing() throws {
        #expect(try take("learner\nada\n", .init(isTrial: true)) == "+ada")
        #expect(try store.verify().entries == 0)
    }

    @Test func whoIsMissing() throws {
        try take("learner,section\nada,mo\nbob,tu\neve,tu\n")
        #expect(try take("learner,section\nada,mo\n") == "=1 -bob -eve")
        #expect(try members() == "ada@mo bob@tu eve@tu")
        // Of a section only its own can be missing.
        #expect(try take("learner\nbob\n", .init(section: "tu", isComplete: true)) == "=1 -eve")
        #expect(try members() == "ada@mo bob@tu left eve@tu")
        #expect(try take("learner\neve\n", .init(section: "tu")) == "eve:returned -bob")
        #expect(try members() == "ada@mo bob@tu eve@tu")
    }

    /// Who is in one of several files has not left because of another; who is in none of them has.
    @Test(arguments: [false, true]) func severalRostersAreOne(isTrial: Bool) throws {
        try take("learner,section\nada,mo\nbob,mo\ngrace,tu\neve,tu\n")
        let rosters = try ["learner,section\nada,mo\nzoe,mo\n", "learner,section\ngrace,tu\nzoe,tu\n"].map { text in
            try #require(RosterReader.read(Array(text.utf8), file: "r.csv").roster)
        }
        let imports = try store.importRosters(
            rosters, .init(isComplete: true, isTrial: isTrial), at: Timestamp(milliseconds: 20))
        // What the second says comes after what the first says, in a trial too.
        #expect(imports.each.map(Self.line) == ["+zoe =1 -bob -eve -grace", "zoe:section mo>tu =1 -ada -bob -eve"])
        #expect(imports.left.map(\.learner) == ["bob", "eve"])
        #expect(try store.verify().damage == [])
        let before = "ada@mo bob@mo eve@tu grace@tu"
        #expect(try members() == (isTrial ? before : "ada@mo left bob@mo left eve@tu grace@tu zoe@tu"))
    }

    /// A login that was changed: what came under both names is one learner's.
    @Test func whoWasRenamed() throws {
        try book.record([.sample("aking", at: 1), .sample("alovelace", submission: "b", at: 2)])
        #expect(try take("learner,name,canvas\naking,Ada King,1\n") == "+aking")
        #expect(try members() == "aking stranger alovelace")
        #expect(
            try take("learner,name,canvas\nalovelace,Ada Lovelace,1\n")
                == "aking:name Ada King>Ada Lovelace,also alovelace")
        #expect(try members() == "aking")
        #expect(try store.attempts(of: "alovelace").count == 2)
        #expect(try take("learner,name,canvas\nalovelace,Ada Lovelace,1\n") == "=1")
        #expect(try take("learner\nalovelace\n") == "=1")
    }

    @Test func whoIsRecognisedByTheirAddress() throws {
        try take("learner,email,canvas\nada,ada@example.org,1\nbob,bob@example.org,2\n")
        let moodle = """
            First name,Last name,ID number,Email address
            Ada,King,m1,ada@example.org
            Ben,Other,m2,ben@example.org
            """
        let line = try take(moodle)
        #expect(
            line == "+m2 ada:name ->Ada King,also m1,moodle ->m1 -bob")
        // The same address and another ID is another person.
        #expect(try take("learner,email,canvas\nann,ada@example.org,9\n") == "+ann -ada -bob -m2")
    }

    /// A login went from one person to another: the IDs tell who is who.
    @Test func namesThatWereExchanged() throws {
        try take("learner,name,canvas\nx,Ada,1\ny,Bob,2\n")
        #expect(try take("learner,name,canvas\ny,Ada,1\nx,Bob,2\n") == "=2")
        #expect(try members() == "x y")
    }

    /// A name is that of a folder, and so of one learner: whom nobody is known by its ID is the one of that name.
    @Test func aNameIsOneLearnerWhateverTheIDs() throws {
        try take("learner,name,canvas\nx,Ada,1\ny,Bob,2\n")
        #expect(try take("learner,name,canvas\nx,Cem,3\n") == "x:name Ada>Cem,canvas 1>3 -y")
        #expect(try members() == "x y")
    }

    /// Two gradebooks knew one person by two names; together they know that.
    @Test func twoNamesOfOnePersonBecomeOne() throws {
        try take("learner,canvas\naking,1\n")
        let other = try TestGradebook([.sample("alovelace")])
        let (roster, _) = RosterReader.read(Array("learner,canvas\nalovelace,1\n".utf8), file: "r")
        _ = try other.store().importRosters([try #require(roster)], at: Timestamp(milliseconds: 3))
        _ = try store.merge(try other.store(.readOnly))
        #expect(try members() == "aking alovelace")
        #expect(try take("learner,canvas\nalovelace,1\n", at: 20) == "alovelace:also aking")
        #expect(try members() == "alovelace")
    }

    @Test func twoWithOneNameAreTwo() throws {
        #expect(try take("learner,name,canvas\njli,Jun Li,1\njli2,Jun Li,2\n") == "+jli +jli2")
        #expect(try take("learner,name,canvas\njli,Jun Li,1\njli2,Jun Li,2\n") == "=2")
        #expect(try members() == "jli jli2")
    }

    /// The roster spells a name in another way than the files do.
    @Test func theSpellingOfResultsStays() throws {
        try book.record([.sample("Zoe\u{308}")])
        try take("learner,name\nZo\u{eb},Zo\u{eb}\n")
        #expect(try members().utf8.elementsEqual("Zoe\u{308}".utf8))
        #expect(try store.members().strangers.isEmpty)
        #expect(try store.learners().count == 1)
    }

    @Test func aClockThatWentBackChangesNothing() throws {
        try take("learner,section\nada,mo\n", at: 1_000)
        #expect(try take("learner,section\nada,tu\n", at: 5) == "ada:section mo>tu")
        #expect(try members() == "ada@tu")
        try take("learner\nbob\n", .init(isComplete: true), at: 5)
        #expect(try members() == "left ada@tu bob")
    }

    @Test func theClassFileNamesSectionsToo() throws {
        try book.record([.sample("ada"), .sample("eve")])
        let policy = ClassPolicy(sections: [.init(name: "fri", learners: ["ada", "zed"])])
        let members = try store.members(policy)
        #expect(members.belonging.map { "\($0.learner)@\($0.section ?? "-")" } == ["ada@fri", "zed@fri"])
        #expect(members.strangers.map(\.learner) == ["eve"])
        #expect(try store.members().belonging.map(\.learner) == ["ada", "eve"])
    }
}
