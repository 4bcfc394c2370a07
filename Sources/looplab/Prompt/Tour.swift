// SPDX-License-Identifier: MIT

/// A first minute where nobody can type: one program, its run, and the rule.
enum Tour {
    /// The name that errors and places show for the program.
    static let name = "first.js"

    /// The program: small enough to predict, and most first predictions are wrong.
    static let program = """
        setTimeout(() => console.log('timer'), 0)
        Promise.resolve().then(() => console.log('promise job'))
        process.nextTick(() => console.log('tick'))
        console.log('script')
        """

    /// What the tour prints where nobody can type: the program, its run, and the rule.
    static func narration() -> (before: String, after: String) {
        let before = """
            LoopLab \(LoopLab.version): asynchronous JavaScript on an event loop you can see.

             The program:

            \(numbered(program))

             What it prints, run just now on virtual time:


            """
        let after = """

             Why: the script runs to its end first; then every tick; then every promise
             job; only then the next task, here the timer.

             There is no terminal here, so the tour ends. In one, it opens a prompt.

            """
        return (before, after)
    }

    private static func numbered(_ program: String) -> String {
        program.split(separator: "\n").enumerated()
            .map { "   \($0.offset + 1)  \($0.element)" }
            .joined(separator: "\n")
    }
}
