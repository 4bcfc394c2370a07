// SPDX-License-Identifier: MIT
internal import Glibc
internal import Grading

/// The program: takes its words, runs one command, leaves with its code.
@main
struct LoopLab {
    /// The version of LoopLab.
    static let version = "0.1.0"

    static func main() {
        // A closed pipe is an error that write() reports, not a reason to die.
        signal(SIGPIPE, SIG_IGN)
        openMissingDescriptors()
        let words = Array(CommandLine.arguments.dropFirst())
        // Not for people: so a replay starts the process in which it runs somebody else's program.
        if words == [ReplaySandbox.childWord] { _exit(SandboxedChild.run(productVersion: version)) }
        if words.first == GradingServer.word {
            _exit(GradingServer.run(words.dropFirst(), productVersion: version))
        }
        let code = run(words)
        fflush(nil)
        // The engine's threads and heap go with the process; an orderly shutdown would cost milliseconds.
        _exit(code)
    }

    // A standard stream that was closed would give its number to the next file that is opened. The stand-in is open the
    // wrong way round, so that reading or writing it fails as it would have.
    private static func openMissingDescriptors() {
        for descriptor in STDIN_FILENO...STDERR_FILENO where fcntl(descriptor, F_GETFD) < 0 {
            _ = open("/dev/null", descriptor == STDIN_FILENO ? O_WRONLY : O_RDONLY)
        }
    }

    private static func run(_ words: [String]) -> Int32 {
        do throws(CommandError) {
            let invocation = try Invocation(words)
            return try invocation.perform()
        } catch {
            ErrorText.report(error)
            return ErrorText.exitCode(of: error)
        }
    }
}
