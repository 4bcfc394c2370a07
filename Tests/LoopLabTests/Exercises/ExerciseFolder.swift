// SPDX-License-Identifier: MIT
import EngineTesting
import Foundation

/// A learner of a tiny course: their folder, their progress, and the commands that they give in it.
///
/// The course has 1.01, a prediction (script, timer); 1.02, a choice (a); 1.03, a number (80 ms); 1.04, a program.
struct ExerciseFolder {
    /// Where everything of the learner is.
    let scratch: ScratchFolder
    /// The course.
    static let course =
        URL(fileURLWithPath: #filePath).deletingLastPathComponent()
        .deletingLastPathComponent().deletingLastPathComponent().path + "/CourseworkTests/TinyCourse"
    /// A program that passes 1.04.
    static let sleep = "module.exports = { sleep: (ms) => new Promise((done) => setTimeout(done, ms)) }\n"
    /// One that does not.
    static let atOnce = "module.exports = { sleep: () => Promise.resolve() }\n"

    /// The files of 1.01 to 1.04, from the scratch folder.
    static let files = ["01-two-lines.txt", "02-which-queue.txt", "03-how-long.txt", "04-sleep.js"].map {
        "work/01-one-thread/\($0)"
    }

    /// Makes the folder, with a file for each exercise where it is to be initialized.
    init(isInitialized: Bool = true) throws {
        scratch = try ScratchFolder()
        if isInitialized { _ = try run("init", "work", in: ".") }
    }

    /// The learner's database.
    var database: String { scratch.path + "/data/progress.sqlite" }

    /// What a command finds in its environment.
    func environment(_ others: [String: String] = [:]) -> [String: String] {
        [
            "LOOPLAB_DB": database, "LOOPLAB_COURSE": Self.course, "NO_COLOR": "1", "TZ": "UTC",
            "XDG_STATE_HOME": scratch.path + "/state",
        ].merging(others) { $1 }
    }

    /// Gives a command in the learner's folder, or in another one below the scratch folder.
    func run(
        _ words: String..., input: ProgramProcess.Input = .none, environment others: [String: String] = [:],
        in directory: String = "work"
    ) throws -> ProgramProcess.Result {
        let command = "cd '\(directory)' && exec \"$LOOPLAB\" \(words.map(Self.quoted).joined(separator: " "))"
        switch input {
        case .none: return try shell(command, environment: others)
        case .text(let text), .open(let text):
            let file = try scratch.write("input.txt", text)
            return try shell("exec < '\(file)'; \(command)", environment: others)
        }
    }

    /// Runs a script in the scratch folder.
    func shell(_ script: String, environment others: [String: String] = [:]) throws -> ProgramProcess.Result {
        try ProgramProcess(shell: script, environment: environment(others), folder: scratch).finish()
    }

    /// Adds an answer below what a puzzle's file asks.
    func answer(_ index: Int, _ text: String) throws {
        let name = Self.files[index]
        let task = (scratch.read(name) ?? "").split(separator: "\n", omittingEmptySubsequences: false)
            .filter { $0.hasPrefix("#") }.joined(separator: "\n")
        try scratch.write(name, task + "\n\n" + text + "\n")
    }

    /// The answers that were kept, from the first to the last.
    func answers() throws -> [String] {
        let export = try run("progress", "export", in: ".").output
        return export.split(separator: "\n").compactMap { line in
            let object = try? JSONSerialization.jsonObject(with: Data(line.utf8)) as? [String: Any]
            return object?["answer"] as? String
        }
    }

    private static func quoted(_ word: String) -> String {
        "'" + word.replacingOccurrences(of: "'", with: "'\\''") + "'"
    }
}
