// SPDX-License-Identifier: MIT

// Exercises whose submission is an answer have one check, and what a wrong answer shows stands among its details.
extension CheckResult {
    /// The name of the only check of such an exercise.
    public static let answerName = "answer"

    /// The misconceptions that a wrong answer shows; a program may write such details itself, and shows none.
    public var misconceptions: [String] {
        guard name == Self.answerName, case .failed(let failure) = outcome else { return [] }
        return Failure.misconceptions(in: failure.details)
    }
}

extension CheckResult.Failure {
    private static let mark = "misconception: "

    /// The line of details that names a misconception.
    public static func detail(ofMisconception id: String) -> String { mark + id }

    /// The misconceptions that a list of details names, in its order.
    public static func misconceptions(in details: [String]) -> [String] {
        details.filter { $0.hasPrefix(mark) }.map { String($0.dropFirst(mark.count)) }
    }
}
