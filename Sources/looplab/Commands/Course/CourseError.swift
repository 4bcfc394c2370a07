// SPDX-License-Identifier: MIT
internal import Grading

/// What can keep a command about courses from being done.
enum CourseError: Error, Equatable {
    /// Nothing that `course` can do was named.
    case missingAction
    /// `course` cannot do that.
    case unknownAction(String)
    /// `course new` without what is to be made.
    case missingName(of: String)
    /// No course was named, and none is where one could be.
    case notFound
    /// A directory has no `Lessons/course.yaml`.
    case noCourse(String)
    /// A name that no lesson or exercise can have.
    case badName(String)
    /// A track that the course does not have; the nearest one.
    case unknownTrack(String, nearest: String?)
    /// There is something of that name or number.
    case exists(String)
    /// `course.yaml` has problems, of which this is the first, as a line.
    case unreadable(String)
    /// An option that has no effect on what is made.
    case withoutEffect(option: String, on: String)
    /// The checks of an exercise could not be run, and the course is not to blame.
    case checksFailed(GradingFailure)
}
