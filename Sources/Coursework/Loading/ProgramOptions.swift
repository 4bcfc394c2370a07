// SPDX-License-Identifier: MIT
internal import YAMLFields

/// The words behind `js` in a lesson: a role, then options.
struct ProgramOptions {
    private(set) var problems: [CourseProblem] = []
    private let place: TextPlace
    private var words: [String] = []
    private var role = ProgramBlock.Role.shown
    private var profile = CourseProgram.Profile.node
    private var ending = CourseProgram.Ending.ends
    private var isModule = false
    private var name: String?

    private static let roles = ["run", "predict", "step"]
    private static let options = ["browser", "module", "name=", "throws", "stops", "repeats"]

    init(_ place: TextPlace) {
        self.place = place
    }

    mutating func take(_ word: String) {
        if word.hasPrefix("name=") {
            takeName(String(word.dropFirst(5)))
        } else if Self.roles.contains(word), let role = ProgramBlock.Role(rawValue: word) {
            if self.role == .shown { self.role = role } else { fault(.conflict(self.role.rawValue, word)) }
        } else if let ending = CourseProgram.Ending(rawValue: word), ending != .ends {
            if self.ending == .ends { self.ending = ending } else { fault(.conflict(self.ending.rawValue, word)) }
        } else if word == "browser" {
            if profile == .browser { fault(.repeated(word)) }
            profile = .browser
        } else if word == "module" {
            if isModule { fault(.repeated(word)) }
            isModule = true
        } else {
            let nearest = NearestName.nearest(to: word, among: Self.roles + Self.options)
            fault(.unknownWord(word, nearest: nearest))
        }
        words.append(word)
    }

    /// Notes what is wrong with all words together.
    mutating func check() {
        if role == .shown, problems.isEmpty, let word = words.first { fault(.optionWithoutRole(word)) }
        if role == .predict && (ending == .stops || ending == .repeats) {
            fault(.conflict(role.rawValue, ending.rawValue))
        }
        if let name, name.hasSuffix(".mjs") { isModule = true }
    }

    func block(_ source: String) -> ProgramBlock {
        let program = CourseProgram(
            source: source, name: name ?? (isModule ? "program.mjs" : "program.js"), isModule: isModule,
            profile: profile, ending: ending, place: place.below(1))
        return ProgramBlock(role: role, program: program, line: place.line)
    }

    private mutating func takeName(_ name: String) {
        let stem = name.hasSuffix(".mjs") ? name.dropLast(4) : name.dropLast(3)
        let isName =
            (name.hasSuffix(".js") || name.hasSuffix(".mjs")) && (1...40).contains(stem.utf8.count)
            && stem.utf8.allSatisfy { Self.isNamePart($0) }
        if !isName { fault(.badName(name)) }
        if self.name != nil { fault(.repeated("name=")) }
        self.name = isName ? name : nil
    }

    private static func isNamePart(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"): true
        default: false
        }
    }

    private mutating func fault(_ fault: BlockFault) {
        problems.append(CourseProblem(place, .block(fault)))
    }
}
