// SPDX-License-Identifier: MIT

/// A part of a lesson that is shown at once: what is read, then at most one thing to do.
public struct LessonStep: Hashable, Sendable {
    /// Something to do at the end of a step.
    public enum Activity: Hashable, Sendable {
        /// A program that is run, after a prediction where its role says so.
        case program(ProgramBlock)
        /// A question.
        case quiz(Quiz)
        /// A goal for code of one's own.
        case goal(TryGoal)
    }

    /// Text and programs that are only read.
    public let reading: [LessonBlock]
    /// What is done then, if anything.
    public let activity: Activity?
    /// Stands for all of it, to find it again in a lesson that has changed.
    let hash: String
    /// Stands for the activity among those of the lesson, whatever is read before it.
    let activityKey: String?

    private init(_ reading: [LessonBlock], _ last: LessonBlock?, _ keys: inout [String: Int]) {
        self.reading = reading
        activity = last.flatMap(Self.activity)
        var hash = ContentHash()
        for block in reading { hash.mix(block) }
        guard let last else {
            self.hash = hash.text
            activityKey = nil
            return
        }
        hash.mix(last)
        self.hash = hash.text
        var own = ContentHash()
        own.mix(last)
        // Of two that are alike, the second is another one.
        let count = keys[own.text, default: 0]
        keys[own.text] = count + 1
        activityKey = count == 0 ? own.text : "\(own.text)-\(count)"
    }

    /// The steps of a lesson, at least one: each ends with something to do, or before a heading of level 1 or 2.
    public static func steps(of body: LessonBody) -> [LessonStep] {
        var steps: [LessonStep] = []
        var keys: [String: Int] = [:]
        var reading: [LessonBlock] = []
        for block in body.blocks {
            if case .prose(let blocks) = block {
                for part in parts(of: blocks) {
                    if !reading.isEmpty, beginsPart(part) {
                        steps.append(LessonStep(reading, nil, &keys))
                        reading = []
                    }
                    reading.append(.prose(part))
                }
            } else if activity(of: block) == nil {
                reading.append(block)
            } else {
                steps.append(LessonStep(reading, block, &keys))
                reading = []
            }
        }
        if !reading.isEmpty || steps.isEmpty { steps.append(LessonStep(reading, nil, &keys)) }
        return steps
    }

    private static func activity(of block: LessonBlock) -> Activity? {
        switch block {
        case .prose: nil
        case .program(let block): block.role == .shown ? nil : .program(block)
        case .quiz(let quiz): .quiz(quiz)
        case .try(let goal): .goal(goal)
        }
    }

    private static func parts(of blocks: [MarkdownBlock]) -> [[MarkdownBlock]] {
        var parts: [[MarkdownBlock]] = []
        for block in blocks {
            if parts.isEmpty || beginsPart([block]) { parts.append([]) }
            parts[parts.count - 1].append(block)
        }
        return parts
    }

    private static func beginsPart(_ blocks: [MarkdownBlock]) -> Bool {
        guard case .heading(let level, _) = blocks.first?.content else { return false }
        return level <= 2
    }
}
