// SPDX-License-Identifier: MIT
import Results
import Testing
import YAMLFields

@testable import Gradebook

/// Rosters as programs and people write them.
@Suite struct RosterReaderTests {
    private static let canvas = """
        Student,ID,SIS User ID,SIS Login ID,Section,Delay (4711),Final Score\r
            Points Possible,,,,,10,(read only)\r
        "Lovelace, Ada",17,s-01,ada,Monday,9.5,95\r
        "Ångström, Zoë",18,s-02,zoe,"Monday and Tuesday",,\r
        "כהן, דנה",19,s-03,dana,Tuesday,,\r
        山田太郎,20,s-04,yamada,Tuesday,,\r
        "Student, Test",21,,ab12,Monday,,\r

        """

    private static let moodle = """
        "First name","Last name","ID number","Email address",Groups
        Ada,Lovelace,m1,ada@example.org,monday
        Zoë,Ångström,m2,zoe@example.org,
        """

    /// A row as `LEARNER/SECTION/FULL NAME/EMAIL IDS`.
    private static func lines(_ text: String, _ columns: [RosterColumn: String] = [:]) -> [String] {
        let (roster, problems) = RosterReader.read(Array(text.utf8), file: "r.csv", columns: columns)
        let rows = (roster?.rows ?? []).map { row in
            let parts = [row.learner, row.section ?? "-", row.fullName ?? "-", row.email ?? "-"]
            return parts.joined(separator: "/") + row.ids.map { " \($0.text)" }.joined()
        }
        return rows + problems.map { "\($0.place.line):\($0.place.column) \($0.fault)" }
    }

    @Test func canvas() throws {
        #expect(
            Self.lines(Self.canvas) == [
                "ada/Monday/Ada Lovelace/- canvas=17 first=Ada last=Lovelace login=ada sis=s-01",
                "zoe/Monday and Tuesday/Zoë Ångström/- canvas=18 first=Zoë last=Ångström login=zoe sis=s-02",
                "dana/Tuesday/דנה כהן/- canvas=19 first=דנה last=כהן login=dana sis=s-03",
                "yamada/Tuesday/山田太郎/- canvas=20 login=yamada sis=s-04",
            ])
        let roster = try #require(RosterReader.read(Array(Self.canvas.utf8), file: "r.csv").roster)
        #expect(roster.form == .canvas && roster.learnerColumn == "SIS Login ID")
        #expect(roster.leftovers == [.testStudent(TextPlace(file: "r.csv", line: 7, column: 1))])
    }

    @Test func moodle() {
        #expect(
            Self.lines(Self.moodle) == [
                "m1/monday/Ada Lovelace/ada@example.org first=Ada last=Lovelace moodle=m1",
                "m2/-/Zoë Ångström/zoe@example.org first=Zoë last=Ångström moodle=m2",
            ])
        // Where not everybody has an ID number, the address names them.
        #expect(
            Self.lines(Self.moodle.replacing(",m2,", with: ",,")).map { $0.prefix { $0 != "/" } } == [
                "ada@example.org", "zoe@example.org",
            ])
    }

    @Test(arguments: [
        ("learner\nada\nbob\n", ["ada/-/-/-", "bob/-/-/-"]),
        ("\u{FEFF}Learner;Name;Section\r\nada; Ada L. ;mo\r\n", ["ada/mo/Ada L./-"]),
        ("learner\tname\nada\t\"a;b\"\n", ["ada/-/a;b/-"]),
        ("learner,name,email,section\nada\nbob,Bob\n", ["ada/-/-/-", "bob/-/Bob/-"]),
        ("learner,also,canvas\nada,a.king,7\n", ["ada/-/-/- canvas=7 name=a.king"]),
        // A guard against formulas is no part of a name.
        ("learner,name\n'@ada,'=Ada\n", ["@ada/-/=Ada/-"]),
        ("learner,name\nada,,\n\n,,\n", ["ada/-/-/-"]),
    ])
    func plain(text: String, expected: [String]) { #expect(Self.lines(text) == expected) }

    @Test func columnsAreNamedByHand() {
        let text = "Vorname,Nachname,Anmeldename,Gruppe\nAda,Lovelace,ada,Montag\n"
        let columns: [RosterColumn: String] = [
            .learner: "anmeldename", .first: "Vorname", .last: "Nachname", .section: "Gruppe",
        ]
        #expect(Self.lines(text, columns) == ["ada/Montag/Ada Lovelace/- first=Ada last=Lovelace"])
        #expect(Self.lines(Self.canvas, [.learner: "SIS User ID"]).first?.hasPrefix("s-01/") == true)
        #expect(
            Self.lines(text, [.learner: "Login"]) == [
                "1:1 missingColumn(\"Login\", among: [\"Vorname\", \"Nachname\", \"Anmeldename\", \"Gruppe\"])"
            ])
    }

    @Test(arguments: [
        ("", "0:0 empty"), ("\n\n", "0:0 empty"), ("learner\n", "0:0 nobody"), ("learner\n,\n", "0:0 nobody"),
        ("ada\nbob\n", "1:1 unknownHeader([\"ada\"])"),
        ("PK\u{3}\u{4}xx", "0:0 workbook"),
        ("learner\nada\"x\n", "2:4 table(Results.CSVReader.Problem.quoteInCell)"),
        ("learner,name\nada,\"x\n", "2:5 table(Results.CSVReader.Problem.openQuote)"),
        ("learner,name,name\nada,b,c\n", "1:14 repeatedColumn(\"name\", first: 2)"),
        ("learner,name\nada,b,c\n", "2:7 tooManyCells(3, expected: 2)"),
        ("learner,name\n,b\n", "2:1 unnamed(column: \"learner\")"),
        ("learner,name\nada,\"a\nb\"\n", "2:5 notAName(column: \"name\")"),
        ("learner\na\u{202E}da\n", "2:1 notAName(column: \"learner\")"),
        ("learner\nada\u{200F}\n", "2:1 notAName(column: \"learner\")"),
        ("learner,name\nada,x\nada,y\n", "3:1 repeatedLearner(\"ada\", firstLine: 2)"),
        ("learner\nZo\u{eb}\n\nZoe\u{308},x\n", "4:7 tooManyCells(2, expected: 1)"),
        (
            "learner,canvas\nada,7\nbob,7\n",
            "3:1 repeatedID(Gradebook.RosterID(system: Gradebook.RosterID.System.canvas, value: \"7\"), firstLine: 2)"
        ),
    ])
    func whatIsWrongIsNamed(text: String, expected: String) { #expect(Self.lines(text) == [expected]) }

    @Test func bytesThatAreNoTextAreNamed() {
        func faults(_ bytes: [UInt8]) -> [RosterFault] { RosterReader.read(bytes, file: "r").problems.map(\.fault) }
        #expect(faults([0xFF, 0xFE, 0x61, 0]) == [.utf16])
        #expect(faults(Array("learner\n".utf8) + [0xE9, 0x0A]) == [.table(.notUTF8)])
        #expect(faults(Array(repeating: 0x20, count: RosterReader.sizeLimit + 1)) == [.tooLarge(limit: 64 << 20)])
    }

    /// Two spellings of a name are one name; the same row twice is one learner.
    @Test func whoStandsThereTwice() throws {
        let text = "learner,name\nZo\u{eb},x\nZoe\u{308},x\nbob,x\n"
        let roster = try #require(RosterReader.read(Array(text.utf8), file: "r").roster)
        // In bytes: texts are equal whichever of the two spellings they have.
        #expect(roster.rows.map { Array($0.learner.utf8) } == ["Zo\u{eb}", "bob"].map { Array($0.utf8) })
        #expect(roster.leftovers.count == 1)
    }

    @Test func notMoreProblemsThanAnybodyReads() {
        let text = "learner\n" + String(repeating: "a,b\n", count: 99)
        #expect(RosterReader.read(Array(text.utf8), file: "r").problems.count == 20)
    }
}
