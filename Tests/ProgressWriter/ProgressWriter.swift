// SPDX-License-Identifier: MIT
internal import CivilTime
internal import Glibc
internal import Progress

/// A process that uses a store, for tests of what several processes, limits and signals do to one.
///
/// `append PATH COUNT` records so many attempts, for ever if 0, and prints the number of each when it is recorded;
/// `count PATH` prints how many there are. Before that: `limit BYTES` lets no file grow further, `nobody` gives up the
/// rights of the superuser.
@main
struct ProgressWriter {
    static func main() {
        var words = CommandLine.arguments.dropFirst()
        do throws(ProgressError) {
            while let word = words.popFirst() {
                switch word {
                case "limit": limit(bytes: number(words.popFirst()))
                case "nobody": becomeNobody()
                case "append": try append(to: words.popFirst() ?? "", count: number(words.popFirst()))
                case "count": try count(words.popFirst() ?? "")
                default: preconditionFailure("what is \(word)?")
                }
            }
        } catch {
            say("error: \(error)")
            exit(1)
        }
    }

    private static func append(to path: String, count: Int) throws(ProgressError) {
        let store = try ProgressStore(path: path, mode: .readWrite, busyTimeout: 60_000)
        var done = 0
        while count == 0 || done < count {
            let id = try store.append(attempt(done))
            say("\(id.device) \(id.number)")
            done += 1
        }
    }

    private static func attempt(_ number: Int) -> Attempt {
        let now = Timestamp.now
        return Attempt(
            course: "course", exercise: "01-one-thread/0\(number % 7)", kind: .predict, answer: "b a \(getpid())",
            verdict: number % 3 == 0 ? .failed : .passed, duration: 1_000, concepts: ["then", "chains"],
            misconceptions: number % 3 == 0 ? ["one-job"] : [], started: now, ended: now, offset: 60, appVersion: "test"
        )
    }

    private static func count(_ path: String) throws(ProgressError) {
        let store = try ProgressStore(path: path, mode: .readOnly)
        say("\(try store.attemptCount())")
    }

    // In one piece: a process that is killed has said all of it or nothing.
    private static func say(_ line: String) {
        let bytes = Array((line + "\n").utf8)
        _ = write(STDOUT_FILENO, bytes, bytes.count)
    }

    private static func limit(bytes: Int) {
        signal(SIGXFSZ, SIG_IGN)
        var limit = rlimit(rlim_cur: rlim_t(bytes), rlim_max: rlim_t(bytes))
        setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit)
    }

    private static func becomeNobody() {
        precondition(setgid(65_534) == 0 && setuid(65_534) == 0)
    }

    private static func number(_ word: String?) -> Int {
        guard let number = word.flatMap({ Int($0) }) else { preconditionFailure("a number is missing") }
        return number
    }
}
