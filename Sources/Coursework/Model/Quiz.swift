// SPDX-License-Identifier: MIT
public import YAMLFields

/// A question with 2 to 6 answers to choose from, of which at least one is right.
public struct Quiz: Hashable, Sendable {
    /// One answer.
    public struct Option: Hashable, Sendable {
        /// What it says.
        public let text: [MarkdownInline]
        /// Whether it is right.
        public let isCorrect: Bool
        /// Why it is right or wrong.
        public let why: [MarkdownInline]
        /// Where it stands.
        public let place: TextPlace

        /// Puts an answer together.
        public init(text: [MarkdownInline], isCorrect: Bool, why: [MarkdownInline], place: TextPlace) {
            self.text = text
            self.isCorrect = isCorrect
            self.why = why
            self.place = place
        }
    }

    /// What is asked.
    public let question: [MarkdownInline]
    /// The answers, in the order of the file.
    public let options: [Option]
    /// Where it begins.
    public let place: TextPlace

    /// Puts a question together.
    public init(question: [MarkdownInline], options: [Option], place: TextPlace) {
        self.question = question
        self.options = options
        self.place = place
    }

    /// The positions of the right answers, counted from 0.
    public var correct: Set<Int> {
        Set(options.indices.filter { options[$0].isCorrect })
    }
}
