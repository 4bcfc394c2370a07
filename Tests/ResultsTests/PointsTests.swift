// SPDX-License-Identifier: MIT
import Results
import Testing

@Suite struct PointsTests {
    @Test(arguments: [
        (0, "0", 0), (10_000, "10", 10), (2500, "2.5", 3), (2499, "2.499", 2), (125, "0.125", 0), (500, "0.5", 1),
        (-500, "-0.5", 0), (-501, "-0.501", -1), (-1500, "-1.5", -1), (-2000, "-2", -2), (1010, "1.01", 1),
    ])
    func decimalsAreExactAndHalvesGoUp(thousandths: Int, decimal: String, rounded: Int) {
        #expect(Points(thousandths: thousandths).decimal == decimal)
        #expect(Points(thousandths: thousandths).rounded == rounded)
    }

    @Test func aShareIsRoundedToTheThousandth() {
        #expect(Points(thousandths: 333).scaled(byThousandths: 500) == Points(thousandths: 167))
        #expect(Points(thousandths: 10_000).scaled(byThousandths: 900).decimal == "9")
    }

    @Test(arguments: [
        (1, 3, 333), (2, 3, 667), (1, 2_000, 1), (-1, 2_000, 0), (-1, 3, -333), (15, 10, 1_500), (5, 0, 0),
        (5, -5, 0), (90_000_000_000_000_000, 100_000_000_000_000_000, 900), (.max, 1, .max), (.max, .max, 1_000),
    ])
    func theShareOfAWholeIsRoundedToTheThousandth(part: Int, whole: Int, share: Int) {
        #expect(Points(thousandths: part).share(of: Points(thousandths: whole)) == share)
    }
}
