// SPDX-License-Identifier: MIT
internal import Gradebook

/// What can keep something from being done with a class.
enum ClassError: Error, Equatable {
    /// Nothing says what to do.
    case missingAction
    /// There is no such action.
    case unknownAction(String, known: [String])
    /// No roster was named.
    case missingRoster
    /// No gradebook was named that is to be merged.
    case missingGradebook
    /// An override without a learner and an exercise.
    case missingExercise
    /// An override that decides nothing.
    case missingDecision
    /// An override that decides several things.
    case severalDecisions
    /// An override without a reason, or with one of several lines.
    case missingReason
    /// An override that nobody answers for.
    case missingAuthor
    /// An export, and nothing says for what.
    case missingFormat
    /// There is no gradebook; whether nobody has named it.
    case noGradebook(path: String, isDefault: Bool)
    /// A file is there already that would be made.
    case exists(path: String)
    /// A folder was named as a roster.
    case rosterIsFolder(path: String)
    /// A roster cannot be understood.
    case badRoster([RosterProblem])
    /// Nobody has this name; who may be meant.
    case unknownLearner(String, meant: String?)
    /// Nothing is known of an exercise, here or in the course; the nearest one.
    case unknownExercise(String, nearest: String?)
}
