// SPDX-License-Identifier: MIT
import Results
import Testing

@testable import Reporting

/// Each table of a report, as a spreadsheet and as a program get it.
@Suite struct CSVTableTests {
    private static let expected: [(table: ReportTableName, text: String)] = [
        (
            .standings,
            #"""
            learner,section,exercise,title,state,attempts,attempts_to_pass,first_share,points,possible,share,lat\#
            e,decided,seconds,hints,first_attempt,last_attempt,passed_at
            amara,monday,02-the-loop/04-two-chains,Two chains,untouched,0,,,,,,0,0,,,,,
            amara,monday,05-resilience/03-with-retry,Retry with a breaker,untouched,0,,,,10,,0,0,,,,,
            '=cmd|' /C calc'!A0,tuesday,02-the-loop/04-two-chains,Two chains,passed,1,,,,,,0,0,,,,,
            '=cmd|' /C calc'!A0,tuesday,05-resilience/03-with-retry,Retry with a \#
            breaker,stuck,6,,,5,10,,0,0,,,,2026-01-05T01:00:00.000Z,
            "a,""b""
            c",monday,02-the-loop/04-two-chains,Two chains,passed,1,,,,,,0,0,,,,,
            "a,""b""
            c",monday,05-resilience/03-with-retry,Retry with a breaker,stuck,6,,,5,10,,1,0,,,,2026-01-05T01:00:0\#
            0.000Z,

            """#
        ),
        (
            .learners,
            #"""
            learner,full_name,section,tried,passed,stuck,attempts,points,possible,share,seconds,hints,first_atte\#
            mpt,last_attempt,misconceptions
            amara,,monday,0,0,0,0,0,20,0,,,,,
            '=cmd|' /C calc'!A0,,tuesday,2,1,0,7,15,20,0.75,,,,2026-01-05T01:00:00.000Z,
            "a,""b""
            c",Lin,monday,2,1,0,7,15,20,0.75,,,,2026-01-05T01:00:00.000Z,

            """#
        ),
        (
            .exercises,
            #"""
            exercise,number,title,tried,passed,stuck,attempts,possible,difficulty,discrimination,attempts_to_pas\#
            s,seconds_to_pass,elapsed_to_pass,hinted,hints,versions,wrong_answer,wrong_answer_learners
            02-the-loop/04-two-chains,2.04,Two chains,6,6,0,9,,0.84,0.415,,,,,,0,"a
            b
            c
            d",2
            05-resilience/03-with-retry,5.03,Retry with a breaker,5,1,4,31,10,0.312,,,5400,,2,,0,the delay did \#
            not double,3

            """#
        ),
        (
            .checks,
            #"""
            exercise,check,possible,extra,hidden,learners,passed_first,passed,open,difficulty,discrimination,rem\#
            ark,common_failure,common_failure_learners
            05-resilience/03-with-retry,opens after failureThreshold,8,0,0,6,1,2,4,0.167,0.35,,stays closed | \#
            after 3,3
            05-resilience/03-with-retry,leaks no timer,2,1,1,6,0,0,6,0,,nobodyPasses,,

            """#
        ),
        (
            .misconceptions,
            #"""
            misconception,name,lesson,learner,attempts,last_attempt,open
            await-blocks,await in a loop runs in parallel,06-async/02-await,'=cmd|' /C calc'!A0,2,,1
            await-blocks,await in a loop runs in parallel,06-async/02-await,tove,2,,1
            await-blocks,await in a loop runs in parallel,06-async/02-await,ada,2,,0

            """#
        ),
        (
            .stuck,
            #"""
            exercise,check,learner,attempts,hints,last_attempt
            05-resilience/03-with-retry,opens after failureThreshold,'=cmd|' /C calc'!A0,6,0,
            05-resilience/03-with-retry,opens after failureThreshold,"a,""b""
            c",6,0,

            """#
        ),
        (
            .similar,
            #"""
            group,exercise,learner,kind,share,submitted_at
            1,05-resilience/03-with-retry,'=cmd|' /C calc'!A0,similar,0.934,2026-01-05T01:00:00.000Z
            1,05-resilience/03-with-retry,"a,""b""
            c",similar,0.934,

            """#
        ),
    ]

    @Test(arguments: expected) func tables(table: ReportTableName, text: String) throws {
        let bytes = ReportFormat.csv.bytes(of: SmallReport.guarded, table: table)
        // Rows end with CRLF; a text of two lines keeps its own.
        let rows = try CSVReader.rows(of: Array(text.utf8)).map(\.cells)
        #expect(try CSVReader.rows(of: bytes).map(\.cells) == rows)
        #expect(String(decoding: bytes.filter { $0 != 0x0D }, as: UTF8.self) == text)
        #expect(rows.allSatisfy { $0.count == rows[0].count })
        #expect(bytes.count { $0 == 0x0D } == rows.count)
    }

    @Test func whatIsGuardedIsReadAsItWas() throws {
        let rows = try CSVReader.rows(of: ReportFormat.csv.bytes(of: SmallReport.guarded, table: .learners))
        #expect(rows.dropFirst().map { CSVText.unguarded($0.cells[0]) } == SmallReport.guarded.learners.map(\.name))
    }

    @Test func everyTableIsTested() {
        #expect(Self.expected.map(\.table) == ReportTableName.allCases)
    }
}
