// SPDX-License-Identifier: MIT

/// What a column of a roster says.
public enum RosterColumn: String, Hashable, Sendable, CaseIterable {
    /// The name by which results know the learner.
    case learner
    /// The whole name.
    case name
    /// The last name, a comma, the first name.
    case sortable
    /// The first name.
    case first
    /// The last name.
    case last
    /// Where to write to.
    case email
    /// The section.
    case section
    /// The ID of Canvas.
    case canvas
    /// The ID of the student information system.
    case sis
    /// What somebody types to log in to Canvas.
    case login
    /// The ID number of Moodle.
    case moodle
    /// The user name of Moodle.
    case username
    /// The user ID of LTI.
    case lti
    /// Another name under which results know the learner.
    case also

    /// The system whose ID it has.
    var system: RosterID.System? {
        switch self {
        case .canvas: .canvas
        case .sis: .sis
        case .login: .login
        case .moodle: .moodle
        case .username: .username
        case .lti: .lti
        case .also: .name
        case .first: .first
        case .last: .last
        case .learner, .name, .sortable, .email, .section: nil
        }
    }
}

/// Which program has written a roster.
public enum RosterForm: String, Hashable, Sendable, CaseIterable {
    /// The gradebook of Canvas.
    case canvas
    /// A list of participants, a grade export or a file of users of Moodle.
    case moodle
    /// Any other table with a column for the learner.
    case plain

    /// The form that a header has, which is in lower case; nil where it names nobody.
    ///
    /// Sources: the exports of Canvas and of Moodle in English; in other languages columns are named by hand.
    init?(_ header: [String]) {
        let names = Set(header)
        func has(_ choices: String...) -> Bool { choices.contains { names.contains($0) } }
        if has("student"), has("id", "sis user id", "sis login id") {
            self = .canvas
        } else if has("learner") {
            self = .plain
        } else if has("email address", "id number", "idnumber", "username"),
            has("first name", "firstname", "full name", "fullname")
        {
            self = .moodle
        } else {
            return nil
        }
    }

    /// The columns that a header's names have in this form.
    func column(_ name: String) -> RosterColumn? {
        switch self {
        case .canvas: Self.canvasColumns[name]
        case .moodle: Self.moodleColumns[name]
        case .plain: Self.plainColumns[name]
        }
    }

    /// The columns that may say by which name results know somebody; the first one without gaps does.
    var learnerColumns: [RosterColumn] {
        switch self {
        case .canvas: [.login, .sis, .canvas]
        case .moodle: [.username, .moodle, .email]
        case .plain: [.learner]
        }
    }

    private static let canvasColumns: [String: RosterColumn] = [
        "student": .sortable, "id": .canvas, "sis user id": .sis, "sis login id": .login, "section": .section,
    ]

    private static let moodleColumns: [String: RosterColumn] = [
        "first name": .first, "firstname": .first, "last name": .last, "lastname": .last, "surname": .last,
        "full name": .name, "fullname": .name, "id number": .moodle, "idnumber": .moodle, "username": .username,
        "email address": .email, "email": .email, "groups": .section, "group": .section, "group1": .section,
    ]

    private static let plainColumns: [String: RosterColumn] = {
        var columns: [String: RosterColumn] = [
            "full name": .name, "first name": .first, "last name": .last, "group": .section, "e-mail": .email,
        ]
        for column in RosterColumn.allCases where column != .sortable { columns[column.rawValue] = column }
        return columns
    }()
}
