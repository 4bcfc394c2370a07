// SPDX-License-Identifier: MIT
import Foundation
import Testing
import YAMLFields

@testable import Coursework

/// Each of these courses has one fault; its `expected.txt` says where.
///
/// Here only the places are compared: the words are the program's. Courses whose names begin with `run-` have a fault
/// that shows when their programs are run, so reading them finds nothing.
@Suite struct BrokenCourseTests {
    private static let names: [String] = {
        let directory = CourseFolder.fixtures + "/BrokenCourses"
        return ((try? FileManager.default.contentsOfDirectory(atPath: directory)) ?? []).sorted()
    }()

    @Test func thereAreEnough() {
        #expect(Self.names.count >= 25)
    }

    @Test(arguments: names)
    func theFaultIsFound(_ name: String) throws {
        let root = "\(CourseFolder.fixtures)/BrokenCourses/\(name)"
        let expected = try String(contentsOfFile: root + "/expected.txt", encoding: .utf8)
        let places = expected.split(separator: "\n").map { line in
            String(line[..<(line.firstRange(of: ": ")?.lowerBound ?? line.endIndex)])
        }
        let found = CourseCheck.read(at: root).problems.map { problem in
            let place = problem.place
            return [place.file, place.line == 0 ? "" : ":\(place.line)", place.column == 0 ? "" : ":\(place.column)"]
                .joined()
        }
        #expect(found == (name.hasPrefix("run-") ? [] : places))
    }

    @Test func theTinyCourseIsWhole() {
        let report = CourseCheck.read(at: CourseFolder.tinyCourse)
        #expect(report.problems == [])
        #expect(report.lessons == 2 && report.exercises == 4)
    }
}
