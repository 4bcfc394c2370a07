// SPDX-License-Identifier: MIT
public import YAMLFields

/// Something in a course that is not as it should be, and where.
///
/// The words for it are the program's; here is only what they are made of.
public struct CourseProblem: ReadingProblem, Hashable, Comparable, Sendable {
    /// Where it is.
    public let place: TextPlace
    /// What it is.
    public let kind: Kind

    /// Names a problem.
    public init(_ place: TextPlace, _ kind: Kind) {
        self.place = place
        self.kind = kind
    }

    /// Names a problem with a text that is to be YAML.
    public init(_ place: TextPlace, _ fault: YAMLFault) {
        self.init(place, .yaml(fault))
    }

    /// Names a problem with a field of a manifest.
    public init(_ place: TextPlace, field: String, _ fault: FieldFault) {
        self.init(place, .field(field, fault))
    }

    /// What can be wrong, by what it is about.
    public enum Kind: Hashable, Sendable {
        /// A file or a directory.
        case file(FileFault)
        /// A text that is to be YAML.
        case yaml(YAMLFault)
        /// A field of a manifest, by name.
        case field(String, FieldFault)
        /// What a field says, by the field's name.
        case value(String, ValueFault)
        /// A text that is to be Markdown.
        case markdown(MarkdownFault)
        /// A fenced block of a lesson.
        case block(BlockFault)
        /// The name of something that is elsewhere in the course.
        case reference(ReferenceFault)
        /// What an exercise is made of.
        case exercise(ExerciseFault)
        /// What happened when a program was run.
        case run(RunFault)
    }

    /// The order in which problems are listed: by place.
    public static func < (first: CourseProblem, second: CourseProblem) -> Bool {
        if first.place != second.place { return first.place < second.place }
        return "\(first.kind)" < "\(second.kind)"
    }
}

/// What can be wrong with a file or a directory.
public enum FileFault: Hashable, Sendable {
    /// It has to be there.
    case missing
    /// It cannot be read.
    case unreadable(errno: Int32)
    /// It is a directory where a file belongs, a pipe, or a device.
    case notAFile
    /// It is a file where a directory belongs.
    case notADirectory
    /// Nothing reads it; such files may stand in its directory.
    case stray(allowed: [String])
    /// Its name is not of the form; an example of one that is.
    case badName(example: String)
    /// Another file or directory of the same place begins with the same number.
    case sameNumber(as: String)
    /// It is a link to something outside of the course.
    case leadsOut
    /// It has more bytes than a file of its kind may have.
    case tooLarge(limit: Int)
    /// The directory has more entries than one may have.
    case tooManyEntries(limit: Int)
    /// It is not UTF-8 from that byte of the file on, counted from 0.
    case notUTF8(offset: Int)
    /// A line ends with a carriage return.
    case carriageReturn
    /// A character that controls terminals.
    case controlCharacter(Unicode.Scalar)
    /// A place that an author was to fill.
    case leftover(word: String)
}

/// What can be wrong with a text that is to be Markdown.
public enum MarkdownFault: Hashable, Sendable {
    /// HTML, which a terminal cannot show.
    case html
    /// A picture.
    case image
    /// A heading of level 1, which is the title's.
    case firstLevelHeading
    /// Lists and quotations lie deeper in each other than they may.
    case tooDeep(limit: Int)
    /// There is nothing in it.
    case empty
    /// A lesson does not begin with its fields between two lines of three hyphens.
    case noFrontMatter
    /// The second line of three hyphens is not there.
    case openFrontMatter
    /// A line of shown code is too wide.
    case wideCode(columns: Int, limit: Int)
    /// A fence names a language that is not known, or words that mean nothing there; the nearest known word.
    case unknownFence(String, nearest: String?)
    /// Only a lesson can run programs and ask questions.
    case activeBlock(String)
    /// Only inline text can stand there.
    case notInline
}

/// What can be wrong with a fenced block of a lesson.
public enum BlockFault: Hashable, Sendable {
    /// There is no such role or option; the nearest one.
    case unknownWord(String, nearest: String?)
    /// Two words that exclude each other.
    case conflict(String, String)
    /// A word for the second time.
    case repeated(String)
    /// An option needs a role.
    case optionWithoutRole(String)
    /// `name=` needs a name of a file that ends with `.js` or `.mjs`.
    case badName(String)
    /// It stands in a list or a quotation.
    case nested
    /// There is nothing in it.
    case empty
    /// No answer is right.
    case noCorrectOption
    /// Two answers say the same.
    case equalOptions(line: Int)
}

/// What can be wrong with the name of something that is elsewhere.
public enum ReferenceFault: Hashable, Sendable {
    /// No such concept in the glossary; the nearest one.
    case unknownConcept(String, nearest: String?)
    /// No such lesson; the nearest one.
    case unknownLesson(String, nearest: ContentID?)
    /// No such exercise; the nearest one.
    case unknownExercise(String, nearest: ContentID?)
    /// A directory of that name is not among the tracks of `course.yaml`; the nearest one.
    case unknownTrack(String, nearest: String?)
    /// A track of `course.yaml` has no directory.
    case emptyTrack(String)
    /// A link that leads nowhere.
    case brokenLink(String)
    /// A link to somewhere that is no lesson, no exercise and no page of the web.
    case unsuitableLink(String)
    /// Exercises that come after each other in a circle; the first is repeated at the end.
    case cycle([ContentID])
}

/// What can be wrong with the parts of an exercise.
public enum ExerciseFault: Hashable, Sendable {
    /// There are too few hints.
    case tooFewHints(Int, needed: Int)
    /// A hint has a heading and no text.
    case emptyHint
    /// Text above the first hint, or a heading that is not of level 2.
    case outsideHints
    /// `program.js` and `program.mjs` are both there.
    case twoPrograms
    /// A wrong solution does not say which check has to fail: `// fails: NAME`.
    case namesNoCheck
    /// There is no wrong solution that shows what the checks catch.
    case noWrongSolution
}

/// What can be wrong with what a field of a course says.
public enum ValueFault: Hashable, Sendable {
    /// It is no distance: `0.5`, or `5%`.
    case notATolerance(String)
    /// It is not made of lower-case words joined by hyphens.
    case notWords(String)
    /// It is no name of JavaScript.
    case notAnIdentifier(String)
}
