// SPDX-License-Identifier: MIT
import Results
import Testing

@testable import Grading

extension GraderPoolTests {
    /// A check that does not wait for an expectation, or hands it to a submission that catches what it throws, means it
    /// all the same.
    @Test(arguments: [
        (
            "submission.callQuietly(script.calling((value) => expect(value).toBe(2)))",
            "failed: another value was expected"
        ),
        ("try { expect(1).toBe(2) } catch {}", "failed: another value was expected"),
        (
            "expect(submission.later(1)).toResolve(2); await time.runAll()",
            "failed: the promise was fulfilled with another value"
        ),
        ("expect(submission.later(1)).toResolve(2)", "failed: the promise was fulfilled with another value"),
        ("expect(submission.later(1)).toResolve(1)", "passed"),
        ("expect(new Promise(() => {})).toResolve()", "never-settled"),
        (
            "const call = script.succeed(); submission.fillsLater(call); expect(call).toHaveBeenCalledWith([])",
            "passed"
        ),
        (
            "submission.throwsIn(script.callback(5)); await time.runAll()",
            "failed: an error was thrown in a callback, where nothing catches it: Error: inside"
        ),
        ("expect(() => script.callback(5)('no function')).toThrow('callback')", "passed"),
        (
            "submission.blocks(); expect(trace).toHaveNeverBlockedLongerThan(20)",
            "failed: the thread was blocked for too long"
        ),
        ("expect(submission.map()).toEqual(submission.otherMap())", "failed: another value was expected"),
        ("expect(submission.map()).toEqual(submission.map())", "passed"),
    ])
    func anExpectationCountsWhereverItIsNotMet(body: String, result: String) {
        let pool = Self.pool()
        defer { pool.close() }
        let submission = """
            exports.callQuietly = (fn) => { try { fn(1) } catch (error) { console.log(String(error), error.details) } }
            exports.later = (value) => new Promise((resolve) => setTimeout(resolve, 10, value))
            exports.fillsLater = (fn) => { const list = []; fn(list); list.push(1) }
            exports.throwsIn = (fn) => fn(() => { throw new Error('inside') })
            exports.blocks = () => require('lab').busy(30)
            const same = () => {}
            exports.map = () => new Map([[same, { to: same }]])
            exports.otherMap = () => new Map([[same, { to: () => {} }]])
            """
        let checks = "check('one', async ({ submission, time, script, expect, trace }) => { \(body) })"
        let signals = SignalDescriptor([])
        let event = pool.grade(Self.job(submission, checks: checks), signals)
        signals.close()
        guard case .finished(let submissions) = event, case .graded(let checked)? = submissions.first?.outcome else {
            Issue.record("\(event)")
            return
        }
        switch checked.first?.outcome {
        case .passed: #expect(result == "passed")
        case .failed(let failure): #expect("failed: \(failure.message)" == result)
        case .stopped(let reason): #expect(reason.name == result)
        default: Issue.record("\(checked)")
        }
        #expect(checked.first?.output.contains("expected") != true)
    }
}
