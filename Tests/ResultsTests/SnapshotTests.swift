// SPDX-License-Identifier: MIT
import Results
import Testing

/// One batch in every format, as people and programs get it.
@Suite struct SnapshotTests {
    @Test(arguments: ResultFormat.all.filter { $0.unit == .batch })
    func aClass(format: ResultFormat) throws {
        try expectSnapshot(
            try SampleBatch.report(format.name), named: "class-\(format.name).\(format.fileExtension)")
    }

    @Test(arguments: ResultFormat.all.filter { $0.unit != .batch })
    func oneSubmission(format: ResultFormat) throws {
        for (name, result) in [
            ("failed", SampleBatch.results[0]), ("passed", SampleBatch.results[2]), ("hostile", SampleBatch.results[4]),
            ("refused", SampleBatch.results[5]), ("error", SampleBatch.results[7]), ("half", SampleBatch.results[8]),
        ] {
            try expectSnapshot(
                try SampleBatch.report(format.name, of: [result]),
                named: "\(name)-\(format.name).\(format.fileExtension)")
        }
    }
}
