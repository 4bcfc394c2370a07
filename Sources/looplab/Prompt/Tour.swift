// SPDX-License-Identifier: MIT

/// A learner's first minute: a welcome and one program to take apart.
enum Tour {
    /// The program: small enough to predict, and wrong in most first predictions.
    static let program = """
        setTimeout(() => console.log('timer'), 0)
        setImmediate(() => console.log('immediate'))
        Promise.resolve().then(() => console.log('promise job'))
        process.nextTick(() => console.log('tick'))
        console.log('script')
        """

    /// The lines above the first prompt.
    static func welcome(isUTF8: Bool) -> String {
        let dash = isUTF8 ? "·" : "-"
        return """
            LoopLab \(LoopLab.version) \(dash) node profile \(dash) the event loop runs while you type
                                                                     .help  .exit

             Five lines. Which order do they print in?

            \(numbered(program))

             Decide first. Then type  .load first.js  to run them, or paste them here.
             The rule that decides: the script runs to its end; then all ticks; then all
             promise jobs; then one task after the other, timers before immediates.

             Or type any JavaScript: setTimeout(() => console.log('later'), 2000)

            """
    }

    /// What the tour prints where nobody can type: the program, its run, and the rule.
    static func narration(isUTF8: Bool) -> (before: String, after: String) {
        let before = """
            LoopLab \(LoopLab.version): asynchronous JavaScript on an event loop you can see.

             The program:

            \(numbered(program))

             What it prints, run just now on virtual time:


            """
        let after = """

             Why: the script runs to its end first. Then every tick, then every promise job;
             only then tasks, one at a time: the timers phase before the check phase.

             There is no terminal here, so the tour ends. In one, `make learn` opens a prompt.

            """
        return (before, after)
    }

    private static func numbered(_ program: String) -> String {
        program.split(separator: "\n").enumerated()
            .map { "   \($0.offset + 1)  \($0.element)" }
            .joined(separator: "\n")
    }
}
