// SPDX-License-Identifier: MIT
internal import Coursework

/// What can keep a command about exercises from being done.
enum StudyError: Error, Equatable {
    /// A name leads to no exercise, or to several.
    case exerciseName(CourseNameProblem)
    /// The lesson that was named leads to none, or to several.
    case lessonName(CourseNameProblem)
    /// No exercise was named, and none was started in this folder.
    case noCurrentExercise
    /// A text is no answer: a sentence about it.
    case unreadableAnswer(String)
    /// An exercise whose answer is a program was given another one.
    case answerIsAFile(exercise: String)
    /// There is no file to check.
    case noAnswerFile(exercise: String)
    /// The solution of an exercise is shown to those who have passed it.
    case notPassedYet(exercise: String)
    /// The folder of exercises.
    case workspace(WorkspaceError)
}
