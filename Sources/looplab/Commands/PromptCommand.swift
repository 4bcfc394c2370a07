// SPDX-License-Identifier: MIT
internal import HostRuntime

/// `looplab` alone and `looplab learn`: the prompt.
struct PromptCommand {
    private let options: PromptOptions

    init(_ options: PromptOptions) {
        self.options = options
    }

    func perform() throws(CommandError) -> Int32 {
        0
    }
}
