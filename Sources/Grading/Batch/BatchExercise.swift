// SPDX-License-Identifier: MIT

/// An exercise that submissions are for.
public struct BatchExercise: Hashable, Sendable {
    /// Its name in the course, as `track/name`.
    public let id: String
    /// What it is called.
    public let title: String
    /// The hash of all of its files that decide a result.
    public let hash: String

    /// Names an exercise.
    public init(id: String, title: String, hash: String) {
        self.id = id
        self.title = title
        self.hash = hash
    }
}

/// Finds the exercise that the name of a file means.
public protocol ExerciseCatalogue {
    /// The exercise of a name without its extension: `04-sleep`, `sleep`, `1.04`, `01-one-thread/04-sleep`.
    ///
    /// Nil where no exercise is called exactly so. Throws where the exercise is there and cannot be read.
    func exercise(named name: String) throws(BatchError) -> BatchExercise?

    /// Whether a folder's name is that of a track, in which exercises may lie.
    func isTrack(_ folder: String) -> Bool
}
