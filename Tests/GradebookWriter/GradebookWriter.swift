// SPDX-License-Identifier: MIT
internal import Glibc
internal import Gradebook
internal import Results

/// A process that writes to a gradebook, for tests of what several processes and signals do to one.
///
/// `record PATH NAME COUNT` records so many results of learners `NAME-0`, `NAME-1` …, for ever if 0, and prints how
/// many there are after each commit.
@main
struct GradebookWriter {
    static func main() {
        let words = CommandLine.arguments
        guard words.count == 5, words[1] == "record", let count = Int(words[4]) else { preconditionFailure("\(words)") }
        do throws(GradebookError) {
            try record(to: words[2], name: words[3], count: count)
        } catch {
            say("error: \(error)")
            exit(1)
        }
    }

    private static func record(to path: String, name: String, count: Int) throws(GradebookError) {
        let store = try GradebookStore(path: path, mode: .readWrite, busyTimeout: 60_000)
        var done = 0
        while count == 0 || done < count {
            try store.record(result(name, done))
            done += 1
            if done % 10 == 0 || done == count {
                try store.commit()
                say("\(done)")
            }
        }
    }

    private static func result(_ name: String, _ number: Int) -> SubmissionResult {
        let check = CheckResult(
            name: "resolves", possible: Points(thousandths: 10_000), earned: .zero,
            outcome: .failed(CheckResult.Failure(message: "expected 1", details: ["got 2"])))
        return SubmissionResult(
            learner: "\(name)-\(number)", exercise: "04-promises/01-delay", title: "Delay",
            path: "\(name)/\(number).js", submittedAt: Int64(number),
            provenance: .init(submission: "s\(number)", exercise: "e", engine: "x"),
            status: .graded, checks: [check])
    }

    // In one piece: a process that is killed has said all of it or nothing.
    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }
}
