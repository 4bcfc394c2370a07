// SPDX-License-Identifier: MIT
import Coursework
import Testing

@Suite struct ContentIDTests {
    @Test func partsAndNumbers() throws {
        let id = try #require(ContentID("02-the-loop/04-two-chains"))
        #expect(id.trackNumber == 2)
        #expect(id.itemNumber == 4)
        #expect(id.shortName == "two-chains")
        #expect(id.description == "02-the-loop/04-two-chains")
    }

    @Test(arguments: [
        "", "/", "02-the-loop", "02-the-loop/", "2-the-loop/04-two", "02-the-loop/04", "02-the-loop/04-",
        "02-a/04-b/05-c", "02-The/04-two", "02-the--loop/04-two", "02-the-loop/../04-two", "02-the loop/04-two",
        "02-ä/04-two",
    ])
    func otherTextsAreNoNames(text: String) {
        #expect(ContentID(text) == nil)
    }

    @Test func namesAreOrderedAsTheCourseIs() {
        let names = ["10-a/01-a", "02-b/02-a", "02-b/01-z"].compactMap(ContentID.init)
        #expect(names.sorted().map(\.description) == ["02-b/01-z", "02-b/02-a", "10-a/01-a"])
    }
}
