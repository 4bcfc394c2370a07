// SPDX-License-Identifier: MIT
internal import Gradebook

/// What can keep feedback from being written.
enum FeedbackError: Error, Equatable {
    /// Nobody was named.
    case missingLearner
    /// Neither a gradebook nor results were named.
    case missingSource
    /// Nobody has that name; the nearest one.
    case unknownLearner(String, nearest: String?)
    /// The class file cannot be understood.
    case badClass([ClassProblem])
}
