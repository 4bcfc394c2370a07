// SPDX-License-Identifier: MIT
import CivilTime
import Testing

@testable import Progress

@Suite struct TimestampTests {
    @Test(arguments: [
        (0, "1970-01-01T00:00:00.000Z"), (1_772_357_400_000, "2026-03-01T09:30:00.000Z"),
        (951_782_399_999, "2000-02-28T23:59:59.999Z"), (951_868_799_001, "2000-02-29T23:59:59.001Z"),
        (4_107_542_400_000, "2100-03-01T00:00:00.000Z"), (253_402_300_799_999, "9999-12-31T23:59:59.999Z"),
    ])
    func isWrittenAndReadAsISO8601(milliseconds: Int64, text: String) {
        #expect(Timestamp(milliseconds: milliseconds).text == text)
        #expect(Timestamp(text)?.milliseconds == milliseconds)
    }

    @Test(arguments: [
        "", "2026-03-01", "2026-03-01T09:30:00Z", "2026-03-01T09:30:00.000", "2026-02-29T09:30:00.000Z",
        "2026-13-01T09:30:00.000Z", "2026-00-01T09:30:00.000Z", "2026-03-01T24:00:00.000Z", "2026-03-01T09:60:00.000Z",
        "2026-03-01 09:30:00.000Z", "2026-03-01T09:30:00.00-Z", "２026-03-01T09:30:00.000Z", "2026-03-00T09:30:00.000Z",
    ])
    func nothingElseIsRead(text: String) {
        #expect(Timestamp(text) == nil)
    }

    @Test func everyDayOfFourCenturiesIsReadAsWritten() {
        for number in stride(from: -200_000, through: 200_000, by: 37) {
            let day = Day(number: number)
            #expect(Day(day.text) == day, "\(day.text)")
        }
        #expect(Day(number: 20_513).text == "2026-03-01")
    }

    @Test func weeksBeginOnMondays() throws {
        let monday = try #require(Day("2026-11-16"))
        #expect((0..<7).allSatisfy { Day(number: monday.number + $0).monday == monday })
        #expect(Day(number: monday.number + 7).monday == Day("2026-11-23"))
        #expect(Day(number: -4).monday == Day(number: -10))
    }

    @Test(arguments: [
        (0, "2026-03-01"), (870, "2026-03-02"), (869, "2026-03-01"), (-570, "2026-03-01"), (-571, "2026-02-28"),
    ])
    func theDayIsThatOfTheLearner(offset: Int, day: String) {
        #expect(Timestamp.start.day(offset: offset).text == day)
        #expect(Timestamp.start.day(offset: offset).start(offset: offset) <= .start)
    }
}
