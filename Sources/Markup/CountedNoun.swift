// SPDX-License-Identifier: MIT

/// How many of a thing there are, in words.
public enum CountedNoun {
    /// A number and its noun: "1 task", "3 tasks"; `plural` is for a noun whose plural is not made with an s.
    public static func text(_ number: Int, _ noun: String, plural: String? = nil) -> String {
        "\(number) \(number == 1 ? noun : plural ?? noun + "s")"
    }
}
