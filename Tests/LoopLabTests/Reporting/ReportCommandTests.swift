// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation
import Testing

/// `looplab report`, as an instructor gives it.
///
/// Not under a sanitizer, where no sandbox can be had to grade in.
@Suite(.enabled(if: !SanitizerBuild.isActive)) struct ReportCommandTests {
    private let folder: ExerciseFolder

    init() throws {
        folder = try ExerciseFolder(isInitialized: false)
        try folder.scratch.write("class/ada/04-sleep.js", ExerciseFolder.sleep)
        try folder.scratch.write("class/bob/04-sleep.js", ExerciseFolder.atOnce)
        let graded = try run("grade class --exit-zero -q --gradebook book --format jsonl=results.jsonl")
        #expect(graded.exit == .code(0), "\(graded)")
    }

    private func run(_ words: String) throws -> ProgramProcess.Result {
        try folder.shell("exec \"$LOOPLAB\" \(words)")
    }

    @Test func aGradebookAndResultsTellTheSame() throws {
        let fromBook = try run("report book")
        #expect(fromBook.exit == .code(0), "\(fromBook)")
        #expect(fromBook.output.contains("1 of 2 · 2 attempts"))
        #expect(try run("report results.jsonl").output == fromBook.output)
    }

    /// What a wrong order shows is found while it is graded, and kept with the result.
    @Test func aWrongOrderShowsWhatSomebodyBelieves() throws {
        try folder.scratch.write("orders/ada/two-lines.txt", "timer\nscript\n")
        try folder.scratch.write("orders/bob/two-lines.txt", "script\ntimer\n")
        _ = try run("grade orders --exit-zero -q --gradebook orders.sqlite --format jsonl=orders.jsonl")
        for source in ["orders.sqlite", "orders.jsonl"] {
            let result = try run("report \(source) --format csv --table misconceptions")
            #expect(result.output.contains("zero-timer-at-once") && result.output.contains("ada"), "\(result)")
            #expect(!result.output.contains("bob"))
        }
    }

    @Test func severalFormatsAtOnce() throws {
        let result = try run("report book --format text --format html=r.html --format csv=r.csv --format json=r.json")
        #expect(result.exit == .code(0) && result.output.contains("2 learners"))
        func file(_ name: String) throws -> String {
            try String(contentsOfFile: "\(folder.scratch.path)/\(name)", encoding: .utf8)
        }
        #expect(try file("r.html").hasPrefix("<!DOCTYPE html>"))
        #expect(try file("r.csv").hasPrefix("learner,section,exercise,"))
        #expect(try file("r.json").hasPrefix(#"{"format":"looplab/report/v1""#))
    }

    @Test(arguments: [
        ("standings", "learner,section,exercise,", 3), ("learners", "learner,full_name,section,", 3),
        ("exercises", "exercise,number,title,", 2), ("checks", "exercise,check,possible,", 2),
        ("misconceptions", "misconception,name,lesson,", 1), ("stuck", "exercise,check,learner,", 2),
        ("similar", "group,exercise,learner,", 1),
    ]) func tablesForSpreadsheets(name: String, header: String, rows: Int) throws {
        let plain = try run("report book --format csv --table \(name) --stuck 1").output
        #expect(plain.hasPrefix(header))
        #expect(plain.split(separator: "\r\n").count == rows, "\(plain)")
        let marked = try run("report book --format csv --table \(name) --stuck 1 --bom").output
        #expect(marked.utf8.elementsEqual(("\u{FEFF}" + plain).utf8))
    }

    @Test func namesAreMasked() throws {
        for format in ["text", "html", "csv", "json", "markdown"] {
            let output = try run("report book --anonymous --format \(format)").output
            // On the screen nobody is named whom nothing is said about.
            #expect(output.contains("Learner 00") == (format != "text"))
            #expect(!output.contains("ada"))
            #expect(!output.contains("bob"))
        }
    }

    @Test(arguments: [
        ("", "report on what?", 2), ("book --learner aba", "did you mean 'ada'?", 2),
        ("book --section a --learner ada", "--section and --learner say different things", 2),
        ("book --format pdf", "one of text, html, csv, json, markdown", 2), ("book --stuck 0", "a whole number", 2),
        ("book results.jsonl", "of different kinds", 2), ("none", "cannot read none", 2),
        ("book --format text --format json", "two reports would go to standard output", 2),
        ("book --exercise 99.99", "there is no exercise '99.99'", 2),
        ("book --submissions nowhere", "cannot read nowhere: No such file or directory", 2),
        ("book --submissions results.jsonl", "cannot read results.jsonl: Not a directory", 2),
        ("bad", "none of the 2 files can be read", 2), ("bad/a.jsonl", "bad/a.jsonl is no gradebook", 2),
    ]) func whatCannotBeReported(words: String, said: String, code: Int32) throws {
        for name in ["a.jsonl", "b.sqlite"] { try folder.scratch.write("bad/\(name)", "hello") }
        let result = try run("report \(words)")
        #expect(result.exit == .code(code) && result.errors.contains(said), "\(result)")
        #expect(result.output.isEmpty)
    }

    @Test(arguments: [
        (#"{"format":"looplab/results/v1","learner":1}"#, ":1:42: ", "expected a text in double quotes"),
        (#"{"format":"looplab/results/v9"}"#, ":1: ", "version 9, this one reads up to 1"),
        (#"{"format":"looplab/results/v1","learner":"ada"}"#, ":1: ", "the field \"exercise\" is missing"),
        (#"{"format":"looplab/results/v1","status":{"kind":"odd"}}"#, ":1: ", "the field \"kind\" has a value"),
    ]) func damagedResultsAreSaidWithTheirPlace(line: String, place: String, said: String) throws {
        try folder.scratch.write("bad.jsonl", line + "\n")
        let result = try run("report bad.jsonl")
        #expect(result.exit == .code(2), "\(result)")
        #expect(result.errors.contains("bad.jsonl\(place)") && result.errors.contains(said), "\(result)")
    }

    /// The folder that was graded, as it was named then, as somebody else names it, and from within.
    @Test func programsAreComparedWhereTheyLie() throws {
        func program(_ names: [String]) -> String {
            ExerciseFolder.sleep
                + """
                async function \(names[0])(\(names[1]), { most = 3, wait = 100 } = {}) {
                  for (let \(names[2]) = 1; ; \(names[2]) += 1) {
                    try { return await \(names[1])(\(names[2])) } catch (\(names[3])) {
                      if (\(names[2]) >= most) throw \(names[3])
                      await new Promise((done) => setTimeout(done, wait * 2 ** (\(names[2]) - 1)))
                    }
                  }
                }
                """
        }
        try folder.scratch.write("handed-in/ada/04-sleep.js", program(["again", "work", "count", "error"]))
        try folder.scratch.write("handed-in/bob/04-sleep.js", program(["retry", "task", "n", "problem"]))
        _ = try run("grade handed-in/ --exit-zero -q --gradebook alike --format jsonl=alike.jsonl")
        let path = folder.scratch.path
        for source in ["alike", "alike.jsonl"] {
            for place in ["handed-in/", "'\(path)/handed-in'", ".", "./handed-in"] {
                let result = try run("report \(source) --format csv --table similar --submissions \(place)")
                // A header, and a row for each of the two.
                #expect(result.output.split(separator: "\r\n").count == 3, "\(source) in \(place): \(result)")
                #expect(result.output.contains("ada") && result.output.contains("bob"))
            }
            // Where other programs lie now under these names, they were not the ones that were graded.
            let other = try run("report \(source) --format csv --table similar --submissions class")
            #expect(other.exit == .code(0) && other.output.split(separator: "\r\n").count == 1, "\(other)")
        }
    }

    @Test func aFileThatCannotBeReadIsNamed() throws {
        try folder.scratch.write("handed-in/bob.sqlite", "SQLite format 3\0 and nothing else")
        let export = #"{"looplab":"progress","version":1,"writer":"0","updated":"2026-01-05T09:00:00.000Z"}"#
        try folder.scratch.write("handed-in/ada.jsonl", export + "\n" + #"{"record":"end","records":0}"# + "\n")
        for words in ["handed-in", "handed-in/bob.sqlite handed-in/ada.jsonl"] {
            let result = try run("report \(words)")
            #expect(result.exit == .code(3), "\(result)")
            #expect(result.errors.contains("the report is without handed-in/bob.sqlite"))
            #expect(result.output.contains("Nothing was handed in yet"))
        }
        let masked = try run("report handed-in --anonymous")
        #expect(masked.exit == .code(3) && masked.errors.contains("the report is without file 1\n"), "\(masked)")
    }
}
