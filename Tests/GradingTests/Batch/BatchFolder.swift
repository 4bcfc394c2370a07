// SPDX-License-Identifier: MIT
import Foundation
import Glibc
import Grading
import Results

/// A folder for the files of one test, gone when the test is over.
final class BatchFolder {
    /// Where it is.
    let path: String

    init() throws {
        var template = Array((NSTemporaryDirectory() + "/looplab-batch.XXXXXX").utf8CString)
        guard mkdtemp(&template) != nil else { throw CocoaError(.fileWriteUnknown) }
        path = String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
    }

    deinit {
        // Foundation cannot remove what it cannot name.
        _ = system("chmod -R u+rwx '\(path)'; rm -rf '\(path)'")
    }

    /// Writes a file and the folders above it.
    @discardableResult
    func write(_ name: String, _ text: String = "exports.sleep = 1\n") throws -> String {
        try write(name, Array(text.utf8))
    }

    /// Writes a file of bytes and the folders above it.
    @discardableResult
    func write(_ name: String, _ bytes: [UInt8]) throws -> String {
        let parts = name.split(separator: "/").dropLast()
        var folder = path
        for part in parts {
            folder += "/" + part
            mkdir(folder, 0o700)
        }
        let full = "\(path)/\(name)"
        guard let file = fopen(full, "w") else { throw CocoaError(.fileWriteUnknown) }
        fwrite(bytes, 1, bytes.count, file)
        fclose(file)
        return full
    }

    /// The bytes of a file; none where there is no such file.
    func bytes(_ name: String) -> [UInt8] {
        (try? Data(contentsOf: URL(fileURLWithPath: "\(path)/\(name)"))).map { Array($0) } ?? []
    }
}

/// A course with two exercises: `01-one-thread/04-sleep` and `02-the-loop/01-chains`.
struct TinyCatalogue: ExerciseCatalogue {
    static let sleep = BatchExercise(id: "01-one-thread/04-sleep", title: "Sleep", hash: "e1")
    static let chains = BatchExercise(id: "02-the-loop/01-chains", title: "Chains", hash: "e2")

    var names = [
        "sleep": sleep, "04-sleep": sleep, "1.04": sleep, "01-one-thread/04-sleep": sleep,
        "01-one-thread/sleep": sleep, "chains": chains, "2.01": chains,
    ]

    func exercise(named name: String) throws(BatchError) -> BatchExercise? { names[name] }

    func isTrack(_ folder: String) -> Bool { ["01-one-thread", "02-the-loop"].contains(folder) }
}

extension SubmissionListing {
    /// All items in words: `learner exercise path text`, or the notice.
    func words() throws -> [String] {
        var words: [String] = []
        while let item = try next() {
            switch item {
            case .notice(let notice): words.append("\(notice)")
            case .submission(let submission):
                let content =
                    switch submission.read() {
                    case .text(let text, _): text.trimmingCharacters(in: .newlines)
                    case .refused(let refusal, _): "\(refusal)"
                    }
                let exercise = submission.exercise.id.split(separator: "/").last ?? ""
                words.append("\(submission.learner)|\(exercise)|\(submission.path)|\(content)")
            }
        }
        return words
    }
}
