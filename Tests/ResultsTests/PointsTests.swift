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
}
