// SPDX-License-Identifier: MIT
internal import Gradebook

/// `looplab class`: what an instructor keeps of a class, and what goes from there to other programs.
struct ClassCommand: Subcommand, Equatable {
    /// What can be done with a class.
    enum Action: String, CaseIterable {
        case initialize = "init"
        case importRoster = "import-roster"
        case merge, override, verify, export
    }

    static let name = "class"
    static let synopsis = (operands: "ACTION …", summary: "rosters, overrides and exports of a class")

    var action: Action?
    var operands: [String] = []
    var options = ClassOptions()

    mutating func take(
        option name: String, _ value: String?, _ reader: inout WordReader
    ) throws(CommandError) -> Bool {
        try options.take(name, value, &reader)
    }

    mutating func take(operand: String) throws(CommandError) {
        if action != nil {
            operands.append(operand)
            return
        }
        guard let known = Action(rawValue: operand) else {
            throw .classroom(.unknownAction(operand, known: Action.allCases.map(\.rawValue)))
        }
        action = known
    }

    func check() throws(CommandError) {
        guard let action else { throw .classroom(.missingAction) }
        try options.check(for: action)
        switch action {
        case .initialize: if operands.count > 1 { throw .unexpectedOperand(operands[1]) }
        case .importRoster: if operands.isEmpty { throw .classroom(.missingRoster) }
        case .merge: if operands.isEmpty { throw .classroom(.missingGradebook) }
        case .override:
            if operands.count > 2 { throw .unexpectedOperand(operands[2]) }
            if operands.count == 1 { throw .classroom(.missingExercise) }
            try options.checkOverride(lists: operands.isEmpty)
        case .verify: break
        case .export:
            if let operand = operands.first { throw .unexpectedOperand(operand) }
            if options.format == nil { throw .classroom(.missingFormat) }
        }
    }

    func perform() throws(CommandError) -> Int32 {
        switch action {
        case .initialize: try ClassInit(directory: operands.first ?? ".", options: options).perform()
        case .importRoster: try RosterImportCommand(files: operands, options: options).perform()
        case .merge: try GradebookMergeCommand(files: operands, options: options).perform()
        case .override where operands.isEmpty: try OverrideList(options: options).perform()
        case .override: try OverrideCommand(operands[0], operands[1], options).perform()
        case .verify: try GradebookCheck(files: operands, options: options).perform()
        case .export: try GradeExportCommand(options: options).perform()
        case nil: throw .classroom(.missingAction)
        }
    }
}
