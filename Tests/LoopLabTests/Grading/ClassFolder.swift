// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation

/// A class that has handed in exercises of the tiny course, and the commands that its instructor gives.
struct ClassFolder {
    /// A program that passes 1.04.
    static let right = ExerciseFolder.sleep
    /// One that does not.
    static let wrong = ExerciseFolder.atOnce
    /// One that never comes to its end.
    static let endless = "while (true) {}\n"

    let scratch: ScratchFolder

    /// Makes a class of learners, each with one file for 1.04.
    init(_ submissions: [String: String] = [:]) throws {
        scratch = try ScratchFolder()
        for (learner, text) in submissions { try scratch.write("class/\(learner)/sleep.js", text) }
    }

    private var environment: [String: String] {
        ["LOOPLAB_COURSE": ExerciseFolder.course, "NO_COLOR": "1", "XDG_STATE_HOME": scratch.path + "/state"]
    }

    /// Runs `looplab grade` to its end.
    func grade(
        _ words: String..., input: ProgramProcess.Input = .none, environment others: [String: String] = [:]
    ) throws -> ProgramProcess.Result {
        try start(words, input: input, environment: others).finish(timeout: .seconds(60))
    }

    /// Starts `looplab grade`.
    func start(
        _ words: [String], input: ProgramProcess.Input = .none, environment others: [String: String] = [:]
    ) throws -> ProgramProcess {
        try ProgramProcess(
            ["grade"] + words, input: input, environment: environment.merging(others) { $1 }, folder: scratch)
    }

    /// The learners and verdicts in a report of JSON Lines, in its order.
    func verdicts(_ name: String) -> [String] {
        (scratch.read(name) ?? "").split(separator: "\n").map { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return "\(object?["learner"] as? String ?? "?") \(object?["verdict"] as? String ?? "?")"
        }
    }

    /// What the results of a report of JSON Lines say of something, in its order.
    func members(_ member: String, of name: String) -> [String] {
        (scratch.read(name) ?? "").split(separator: "\n").map { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?[member].map { "\($0)" } ?? "none"
        }
    }

    /// The paths of all results that a journal holds, those of earlier runs too; what is no whole line is left out.
    func journal(_ directory: String) -> [String] {
        let text = scratch.read("\(directory)/journal.jsonl") ?? ""
        return text.split(separator: "\n").compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["path"] as? String
        }
    }

    /// Waits until a journal has so many results, or a deadline has passed.
    func wait(forResults count: Int, in directory: String) -> Bool {
        let deadline = ContinuousClock.now + .seconds(30)
        while journal(directory).count < count {
            if ContinuousClock.now > deadline { return false }
            sched_yield()
        }
        return true
    }
}
