// SPDX-License-Identifier: MIT
public import YAMLFields

/// Something in a class file that is not as it should be, and where.
public struct ClassProblem: ReadingProblem, Hashable, Comparable, Sendable {
    /// Where it is.
    public let place: TextPlace
    /// What it is.
    public let kind: Kind

    /// What can be wrong.
    public enum Kind: Hashable, Sendable {
        /// The text is no YAML, or not of the kind that is read.
        case yaml(YAMLFault)
        /// A field, by name.
        case field(String, FieldFault)
        /// What a field says, by its name.
        case policy(String, PolicyFault)
    }

    /// Names a problem.
    public init(_ place: TextPlace, _ kind: Kind) {
        self.place = place
        self.kind = kind
    }

    /// Names a problem with a text that is to be YAML.
    public init(_ place: TextPlace, _ fault: YAMLFault) {
        self.init(place, .yaml(fault))
    }

    /// Names a problem with a field.
    public init(_ place: TextPlace, field: String, _ fault: FieldFault) {
        self.init(place, .field(field, fault))
    }

    /// The order in which problems are listed: by place.
    public static func < (first: ClassProblem, second: ClassProblem) -> Bool {
        if first.place != second.place { return first.place < second.place }
        return "\(first.kind)" < "\(second.kind)"
    }
}

/// What can be wrong with what a field of a class file says.
public enum PolicyFault: Hashable, Sendable {
    /// It is no moment: `2026-10-12T23:59+01:00`.
    case notAMoment(String)
    /// It is a moment without a place on Earth, and the class has none either.
    case momentWithoutOffset(String)
    /// It is no distance from UTC: `+01:00` or `Z`.
    case notAnOffset(String)
    /// It is no length of time: `15m`, `1d12h`.
    case notADuration(String)
    /// It is no share: `10%`, `12.5%`, from 0 to 100.
    case notAShare(String)
    /// It is no number of points: `10`, `7.5`, not negative.
    case notPoints(String)
    /// An exercise closes before it is due.
    case closesBeforeDue
    /// Steps have to rise, in time and in what they cost.
    case stepsDoNotRise
    /// There is no such exercise in the course; the nearest one.
    case unknownExercise(String, nearest: String?)
    /// There is no such learner in any section; the nearest one.
    case unknownLearner(String, nearest: String?)
    /// Somebody is in two sections; the line of the first.
    case inTwoSections(String, firstLine: Int)
    /// The same was said before, on that line, for this learner and this exercise.
    case decidedTwice(learner: String, exercise: String?, firstLine: Int)
    /// A name has characters that control terminals, or nothing but space.
    case notAName
}
