// SPDX-License-Identifier: MIT
internal import Reporting

// The words for what keeps a report from being made.
extension ErrorText {
    static func text(of error: ReportCommandError) -> String {
        switch error {
        case .missingSource:
            "report on what? Give a gradebook, progress files, results of looplab grade, or a folder with them"
        case .source(let error): text(of: error)
        }
    }

    static func exitCode(of error: ReportCommandError) -> Int32 {
        switch error {
        case .source(.gradebook(let error)): exitCode(of: error)
        case .source(.progress(let error)): exitCode(of: error)
        default: 2
        }
    }

    static func text(of error: ReportError) -> String {
        switch error {
        case .gradebook(let error): text(of: error)
        case .progress(let error): text(of: error)
        case .results(let error): text(of: error)
        case .unreadable(let path, let number): "cannot read \(path): \(reason(number))"
        case .nothingIn(let directory):
            "there is nothing to report on in \(directory): no gradebook, no progress file, no results"
        case .unknownKind(let path):
            "\(path) is no gradebook, no progress file and no results of looplab grade (json, jsonl)"
        case .mixedKinds(let first, let second):
            "\(first) and \(second) are of different kinds; report on each by itself"
        case .severalGradebooks(let first, let second):
            "\(first) and \(second) are both gradebooks; put them together with looplab class merge"
        case .nothingReadable(let count):
            "none of the \(count) files can be read; each by itself says why: looplab report FILE"
        case .unknown(let scope, let nearest): text(unknown: scope, nearest)
        }
    }

    private static func text(unknown scope: ReportScope, _ nearest: String?) -> String {
        let meant = nearest.map { "; did you mean '\($0)'?" } ?? ""
        return switch scope {
        case .everyone: "there is nothing to report on"
        case .section(let name): "there is no section '\(name)'\(meant)"
        case .learner(let name):
            "nothing is known of '\(name)'\(meant)\(nearest == nil ? "; names are compared letter by letter" : "")"
        case .exercise(let name): "there is no exercise '\(name)'\(meant)"
        case .lesson(let name): "there is no lesson '\(name)'\(meant)"
        }
    }
}
