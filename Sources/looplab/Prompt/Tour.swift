// SPDX-License-Identifier: MIT

/// A learner's first minute: a welcome and one program to take apart.
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

    /// The lines above the first prompt.
    static func welcome(isUTF8: Bool) -> String {
        let dot = isUTF8 ? "·" : "-"
        return """
            LoopLab \(LoopLab.version) \(dot) node profile \(dot) the event loop runs while you type

             Four lines. In which order do they print?

            \(numbered(program))

             Write your order down, then press Enter on the empty line to run them.
             Or type any JavaScript. .help lists the commands, Ctrl-D leaves.


            """
    }

    /// What follows the run.
    static let explanation = """

         Why this order: the script runs to its end first; then every tick; then every
         promise job; only then the next task, here the timer.

         Now change one thing and predict again, for example:

           Promise.resolve().then(() => process.nextTick(() => console.log('late')))
           setInterval(() => console.log('every second'), 1000)   // try .queues

        """ + "\n"

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
