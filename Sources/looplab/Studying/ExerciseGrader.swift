// SPDX-License-Identifier: MIT
internal import Coursework
internal import Glibc
internal import Grading
internal import HostRuntime
internal import Results

/// Grades submissions of one exercise after the other, each check in a process of its own.
///
/// Whose code it is makes no difference: neither a submission nor the checks of somebody else's course can reach more
/// than the processor and some memory.
final class ExerciseGrader {
    private var pool: GraderPool?

    /// Grades a program; `path` is the name that results give it.
    func grade(
        _ text: String, path: String, _ task: CodeTask, of exercise: Exercise
    ) throws(CommandError) -> CheckedSubmission {
        let job = GradingJob(
            CheckJob(
                submission: .init(path: path, text: text),
                checks: .init(path: task.checks.path, text: task.checks.text), entry: exercise.entry),
            workers: exercise.workers, exercise: "\(exercise.id)")
        let pool = self.pool ?? makePool()
        let signals = SignalDescriptor([SIGINT, SIGTERM, SIGHUP])
        let event = pool.grade(job, signals)
        signals.close()
        switch event {
        case .finished(let graded):
            guard let first = graded.first else { throw .course(.checksFailed(.serverDied)) }
            switch first.outcome {
            case .graded(let checks): return CheckedSubmission(checks: checks)
            case .failed(let failure): throw .course(.checksFailed(failure))
            case .appraised: preconditionFailure("the job was to be graded")
            }
        case .signal(let signal):
            pool.close()
            throw .replay(.interrupted(signal: signal))
        case .idle: throw .course(.checksFailed(.serverDied))
        }
    }

    private func makePool() -> GraderPool {
        var options = GraderPool.Options(productVersion: LoopLab.version)
        options.cacheDirectory = ProcessEnvironment.cacheDirectory
        let made = GraderPool(options)
        pool = made
        return made
    }
}
