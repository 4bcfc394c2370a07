// SPDX-License-Identifier: MIT
internal import CivilTime

/// What was done of each course, by its parts.
struct ReportedCourses {
    private var passed: [String: Set<String>] = [:]
    private var open: [String: Set<String>] = [:]
    private var finished: [String: Set<String>] = [:]
    private var names: Set<String> = []

    /// Counts what was done from a moment on, or ever.
    init(exercises: [ExerciseSummary], lessons: [LessonPosition], since: Timestamp?) {
        for summary in exercises {
            names.insert(summary.course)
            if let first = summary.firstPassed {
                if since.map({ first >= $0 }) ?? true { passed[summary.course, default: []].insert(summary.exercise) }
            } else if since.map({ summary.lastEnded >= $0 }) ?? true {
                open[summary.course, default: []].insert(summary.exercise)
            }
        }
        for position in lessons {
            names.insert(position.course)
            if position.isFinished, since.map({ position.updated >= $0 }) ?? true {
                finished[position.course, default: []].insert(position.lesson)
            }
        }
    }

    /// The courses at hand first, in their order, then the others by name.
    func courses(_ catalogues: [CourseCatalogue]) -> [ProgressReport.Course] {
        let known = catalogues.map { catalogue in
            ProgressReport.Course(
                course: catalogue.course, title: catalogue.title,
                tracks: catalogue.tracks.map { track($0, of: catalogue.course) })
        }
        let others = names.subtracting(catalogues.map(\.course)).sorted().map { course in
            ProgressReport.Course(course: course, title: course, tracks: tracks(of: course))
        }
        return known + others
    }

    private func track(_ track: CourseCatalogue.Track, of course: String) -> ProgressReport.Track {
        ProgressReport.Track(
            id: track.id, title: track.title,
            lessons: .init(done: count(track.lessons, finished[course]), total: track.lessons.count),
            exercises: .init(done: count(track.exercises, passed[course]), total: track.exercises.count),
            open: count(track.exercises, open[course]))
    }

    private func count(_ ids: [String], _ done: Set<String>?) -> Int {
        done.map { done in ids.count { done.contains($0) } } ?? 0
    }

    // A course that is not at hand: the parts that its ids name.
    private func tracks(of course: String) -> [ProgressReport.Track] {
        let (passed, open, finished) = (passed[course] ?? [], open[course] ?? [], finished[course] ?? [])
        let parts = Set((passed.union(open).union(finished)).map(Self.part))
        return parts.sorted().map { part in
            ProgressReport.Track(
                id: part, title: part,
                lessons: .init(done: finished.count { Self.part(of: $0) == part }, total: nil),
                exercises: .init(done: passed.count { Self.part(of: $0) == part }, total: nil),
                open: open.count { Self.part(of: $0) == part })
        }
    }

    private static func part(of id: String) -> String {
        id.split(separator: "/", maxSplits: 1).first.map(String.init) ?? id
    }
}
