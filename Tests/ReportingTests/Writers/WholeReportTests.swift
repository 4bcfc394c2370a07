// SPDX-License-Identifier: MIT
import Testing

@testable import Reporting

/// Reports of each kind as a whole, so that nothing in them changes unseen.
@Suite struct WholeReportTests {
    private static func text(_ bytes: [UInt8]) -> String { String(decoding: bytes, as: UTF8.self) }

    private static let expected: [(scope: ReportScope, text: String)] = [
        (
            .everyone,
            #"""
             Week 3 · 7 learners · 2 exercises                      2026-01-05 – 2026-01-11

             Passed       57 %  8 of 14 · 40 attempts
             Last week          4 newly passed (before: 3) · 5 active (4)
             Not started     1  amara
             Stuck           4  4 on "opens after failureThreshold" in 5.03
                                  6+ attempts, no hint: jun, ليلى, tove, Zoë

             What the class believes                     learners  still   treat with
               await in a loop runs in parallel                 3      2   lesson 6.2

             Exercises                       1st try   passed  tells  common wrong answer
               5.03 Retry with a breaker        31 %      1/5      –  3× the delay did not …
               2.04 Two chains                  84 %      6/6   0.42  2× a / b / c / d

             None passes     1  5.03 "leaks no timer"

             Alike           1  as jun + tove in 5.03 (a hint to look, no verdict)

             ! tove: the clock went back, so the times of 2 attempts are doubtful.

             Talk about 5.03 with 4 learners · charts: --format html=report.html

            """#
        ),
        (
            .learner("tove"),
            #"""
             tove · Week 3 · 2 exercises                            2026-01-05 – 2026-01-11

             Passed       50 %  1 of 2 · 7 attempts
             Last week          4 newly passed (before: 3) · 5 active (4)
             Stuck           1  1 on "opens after failureThreshold" in 5.03
                                  6+ attempts, no hint: tove

             What shows                                     times          treat with
               await in a loop runs in parallel                 2          lesson 6.2

             None passes     1  5.03 "leaks no timer"

             Exercise                      state     attempts      points  last
               2.04 Two chains             passed           1
               5.03 Retry with a breaker   stuck            6        5/10  2026-01-05 01:00

             Alike           1  as jun + tove in 5.03 (a hint to look, no verdict)

             ! tove: the clock went back, so the times of 2 attempts are doubtful.

             Talk about 5.03 with 1 learner · charts: --format html=report.html

            """#
        ),
        (
            .exercise("05-resilience/03-with-retry"),
            #"""
             5.03 Retry with a breaker · 7 learners                 2026-01-05 – 2026-01-11

             Passed       29 %  2 of 7 · 31 attempts
             Last week          4 newly passed (before: 3) · 5 active (4)
             Not started     1  amara
             Stuck           4  4 on "opens after failureThreshold"
                                  6+ attempts, no hint: jun, ليلى, tove, Zoë

             What the class believes                     learners  still   treat with
               await in a loop runs in parallel                 3      2   lesson 6.2

             Checks                         1st try    ever  open  tells  it says
               opens after failureThresho…     17 %     2/6     4   0.35  stays closed | af…
               leaks no timer                   0 %     0/6     6      –

             Alike           1  as jun + tove (a hint to look, no verdict)

             ! tove: the clock went back, so the times of 2 attempts are doubtful.

             Talk about 5.03 with 4 learners · charts: --format html=report.html

            """#
        ),
    ]

    @Test(arguments: expected) func screens(scope: ReportScope, text: String) {
        #expect(Self.text(ReportFormat.text.bytes(of: SmallReport.full(scope))) == text)
    }

    @Test(arguments: [
        (ReportScope.section("monday"), " Week 3, section monday · 7 learners · 2 exercises  "),
        (.lesson("06-async/02-await"), " Lesson 6.2 Await · 7 learners · 2 exercises  "),
    ]) func headlines(scope: ReportScope, headline: String) {
        #expect(Self.text(ReportFormat.text.bytes(of: SmallReport.full(scope))).hasPrefix(headline))
    }

    private static let markdown = #"""
        # Week 3

        6 of 7 learners tried 2 exercises in 40 attempts\; 8 of 12 passed\. From 2026\-01\-05 00\:00 to \#
        2026\-01\-11 00\:00 UTC\.

        ## Stuck

        | Exercise | Check | Learners \(attempts\, hints\) |
        | --- | --- | --- |
        | 5\.03 Retry with a breaker | opens after failureThreshold | jun \(6\, 0 hints\)\, ليلى \(6\, 0 \#
        hints\)\, tove \(6\, 0 hints\)\, Zoë \(6\, 0 hints\) |

        ## What the class believes

        | Belief | Learners | Still | Treat with | Who |
        | --- | --: | --: | --- | --- |
        | await in a loop runs in parallel | 3 | 2 | 6\.2 Await | jun\, tove\, ada |

        ## Exercises

        | Exercise | Tried | Passed | Stuck | Attempts | First share | Tells apart | Attempts to pass | \#
        Time to pass | Took hints | Most common wrong answer \(learners\) |
        | --- | --: | --: | --: | --: | --: | --: | --: | --: | --: | --- |
        | 2\.04 Two chains | 6 | 6 | 0 | 9 | 84 \% | 0\.415 |  |  |  | a\\nb\\nc\\nd \(2\) |
        | 5\.03 Retry with a breaker | 5 | 1 | 4 | 31 | 31 \% |  |  | 1 h 30 min | 2 | the delay did not \#
        double \(3\) |

        ## Checks

        | Exercise | Check | First | Ever | Open | Tells apart | Remark | It says \(learners\) |
        | --- | --- | --: | --: | --: | --: | --- | --- |
        | 5\.03 | opens after failureThreshold | 17 \% | 2\/6 | 4 | 0\.35 |  | stays closed \| after 3 \#
        \(3\) |
        | 5\.03 | leaks no timer | 0 \% | 0\/6 | 6 |  | nobody passes |  |

        ## Learners

        | Learner | Section | Passed | Stuck | Attempts | Share | Time | Hints | Last attempt |
        | --- | --- | --: | --: | --: | --: | --: | --: | --- |
        | amara | monday | 0\/0 | 0 | 0 | 0 \% |  |  |  |
        | jun | tuesday | 1\/2 | 0 | 7 | 75 \% |  |  | 2026\-01\-05 01\:00 |
        | ليلى | monday | 1\/2 | 0 | 7 | 75 \% |  |  | 2026\-01\-05 01\:00 |
        | tove | tuesday | 1\/2 | 0 | 7 | 75 \% |  |  | 2026\-01\-05 01\:00 |
        | Zoë | monday | 1\/2 | 0 | 7 | 75 \% |  |  | 2026\-01\-05 01\:00 |
        | 山田 | tuesday | 2\/2 | 0 | 7 | 105 \% |  |  | 2026\-01\-05 01\:00 |
        | ada | monday | 2\/2 | 0 | 7 | 105 \% |  |  | 2026\-01\-05 01\:00 |

        ## Lessons

        | Lesson | Begun | Finished | Questions right | Exercises passed |
        | --- | --: | --: | --: | --: |
        | 6\.2 Await | 7 | 5 | 21\/30 | 1\/5 |

        ## Week by week

        | Week from | Learners | Attempts | Newly passed | Right at once | Misconceptions |
        | --- | --: | --: | --: | --: | --: |
        | 2026\-01\-05 | 4 | 20 | 3 | 2\/6 | 0 |
        | 2026\-01\-12 | 5 | 40 | 4 | 2\/6 | 0 |

        ## Submissions that are alike

        A hint to look\, never a verdict\: learners may have worked together\, as they may be asked to\.

        | Exercise | Learners | How |
        | --- | --- | --- |
        | 5\.03 Retry with a breaker | jun\, tove | 93 \% alike |

        ## About the data

        - tove\: the clock went back\, so the times of 2 attempts are doubtful\.

        """#

    @Test func markdown() {
        #expect(Self.text(ReportFormat.markdown.bytes(of: SmallReport.full)) == Self.markdown)
    }

    private static let json = #"""
        {"format":"looplab/report/v1","title":"Week 3","course":"LoopLab","scope":{"kind":"learner","name":"\#
        tove"},"anonymous":false,"utcOffset":0,"stuckFrom":5,"first":"2026-01-05T00:00:00.000Z","last":"2026\#
        -01-11T00:00:00.000Z","totals":{"learners":1,"activeLearners":1,"exercises":2,"attempts":7,"tried":2\#
        ,"passed":1},"exercises":[{"id":"02-the-loop/04-two-chains","number":"2.04","title":"Two \#
        chains","inCourse":true,"tried":6,"passed":6,"stuck":0,"attempts":9,"difficulty":0.84,"discriminatio\#
        n":0.415,"versions":0,"checks":[],"wrongAnswers":[{"text":"a\nb\nc\nd","learners":2,"attempts":2}]},\#
        {"id":"05-resilience/03-with-retry","number":"5.03","title":"Retry with a \#
        breaker","inCourse":true,"tried":5,"passed":1,"stuck":4,"attempts":31,"possible":10,"difficulty":0.3\#
        12,"timeToPass":5400000,"hinted":2,"versions":0,"checks":[{"name":"opens after \#
        failureThreshold","possible":8,"extra":false,"hidden":false,"learners":6,"passedFirst":1,"passed":2,\#
        "open":4,"difficulty":0.167,"discrimination":0.35,"commonFailure":{"text":"stays closed | after \#
        3","learners":3,"attempts":7}},{"name":"leaks no timer","possible":2,"extra":true,"hidden":true,"lea\#
        rners":6,"passedFirst":0,"passed":0,"open":6,"difficulty":0,"remark":"nobodyPasses"}],"wrongAnswers"\#
        :[{"text":"the delay did not double","check":"waits","learners":3,"attempts":9}]}],"learners":[{"nam\#
        e":"tove","sections":["tuesday"],"attempts":7,"tried":2,"passed":1,"stuck":0,"earned":15,"possible":\#
        20,"share":0.75,"last":"2026-01-05T01:00:00.000Z","misconceptions":[],"standings":[{"exercise":"02-t\#
        he-loop/04-two-chains","state":"passed","attempts":1,"decided":false,"late":false},{"exercise":"05-r\#
        esilience/03-with-retry","state":"stuck","attempts":6,"points":5,"decided":false,"late":false,"last"\#
        :"2026-01-05T01:00:00.000Z"}]}],"stuck":[{"exercise":"05-resilience/03-with-retry","check":"opens \#
        after failureThreshold","learners":[{"name":"tove","attempts":6,"hints":0}]}],"misconceptions":[{"id\#
        ":"await-blocks","name":"await in a loop runs in parallel","lesson":"06-async/02-await","attempts":2\#
        ,"exercises":[],"learners":[{"name":"tove","attempts":2,"open":true}]}],"lessons":[{"id":"06-async/0\#
        2-await","title":"Await","begun":7,"finished":5,"answered":0,"attempts":30,"passes":21,"tried":5,"pa\#
        ssed":1}],"days":[],"weeks":[{"start":"2026-01-05","attempts":20,"learners":4,"newPasses":3,"firstAt\#
        tempts":6,"firstPasses":2,"misconceptions":0},{"start":"2026-01-12","attempts":40,"learners":5,"newP\#
        asses":4,"firstAttempts":6,"firstPasses":2,"misconceptions":0}],"scoreBands":[],"similarities":[{"ex\#
        ercise":"05-resilience/03-with-retry","kind":"similar","share":0.934,"learners":[{"name":"jun","subm\#
        ittedAt":"2026-01-05T01:00:00.000Z"},{"name":"tove"}]}],"remarks":["tove: the clock went back, so \#
        the times of 2 attempts are doubtful."]}

        """#

    @Test func json() {
        #expect(Self.text(ReportFormat.json.bytes(of: SmallReport.full(.learner("tove")))) == Self.json)
    }
}
