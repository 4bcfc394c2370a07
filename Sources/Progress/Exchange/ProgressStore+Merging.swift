// SPDX-License-Identifier: MIT
internal import SQLStorage

extension ProgressStore {
    /// Puts what an export holds into this store; all of it or, where anything is wrong, nothing.
    ///
    /// `file` names it in errors. Throws `badExport` with the line, `conflicting` with the attempts, and what keeps the
    /// database from being written.
    public func merge(export bytes: [UInt8], named file: String) throws(ProgressError) -> MergeOutcome {
        var reader = ExportReader(bytes)
        return try connection.transaction(.writing) { () throws(ProgressError) in
            var merge = Merge(into: self)
            do throws(ExportFailure) {
                while let record = try reader.next() { try merge.take(record) }
                try merge.finish()
            } catch {
                switch error {
                case .wrong(let problem): throw .badExport(file: file, line: reader.line, problem)
                case .store(let failure): throw failure
                }
            }
            return merge.outcome
        }
    }

    /// Puts what another database holds into this one; all of it or, where anything is wrong, nothing.
    ///
    /// The other one is checked first: it may come from somebody else. Throws `untrustworthy` with what was found,
    /// `conflicting` with the attempts, and what keeps the databases from being read or written.
    public func merge(_ other: ProgressStore) throws(ProgressError) -> MergeOutcome {
        let export = try other.reading { (other) throws(ProgressError) in
            let damage = try other.verify().damage.filter(\.concernsAttempts)
            if !damage.isEmpty { throw .untrustworthy(path: other.path, damage) }
            return try other.exported(writer: "")
        }
        return try merge(export: export, named: other.path)
    }
}
