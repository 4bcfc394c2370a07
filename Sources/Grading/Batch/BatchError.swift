// SPDX-License-Identifier: MIT

/// What can keep a batch from being graded.
public enum BatchError: Error, Equatable, Sendable {
    /// There is nothing to read at a path that was given; the system's error.
    case unreadable(path: String, errno: Int32)
    /// A path that was given leads to what is neither a file nor a folder.
    case notAFile(path: String)
    /// An archive cannot be used.
    case archive(path: String, ArchiveProblem)
    /// A list of submissions cannot be used.
    case list(line: Int, ListProblem)
    /// An exercise of the course cannot be read; the line says where and why.
    case exercise(String)
    /// A journal cannot be used.
    case journal(path: String, JournalProblem)
    /// A journal could not be written; the system's error.
    case journalNotWritten(path: String, errno: Int32)

    /// Why an archive is not opened.
    public enum ArchiveProblem: Hashable, Sendable {
        /// It is no zip archive, or its directory is damaged.
        case damaged
        /// It has more bytes than an archive may have.
        case tooLarge(limit: Int)
        /// It has more entries than an archive may have.
        case tooManyEntries(limit: Int)
        /// Decompressed it would have more bytes than an archive may have.
        case tooMuchInside(limit: Int)
        /// Decompressed it would have so many times its own size.
        case tooMuchGrowth(limit: Int)
    }

    /// Why a list is not used.
    public enum ListProblem: Hashable, Sendable {
        /// It has more bytes than a list may have.
        case tooLarge(limit: Int)
        /// Nothing stands in it.
        case empty
        /// Its header lacks a column that it has to have.
        case missingColumn(String)
        /// Its header names a column twice.
        case repeatedColumn(String)
        /// A row has more or fewer fields than the header.
        case wrongFieldCount(Int, expected: Int)
        /// A field is empty or has a NUL in it.
        case badField(column: String)
        /// A time is not written as ISO 8601 with a time zone.
        case badTime(String)
        /// It names an exercise that the course does not have.
        case unknownExercise(String)
        /// It is no table: a quote is not closed, or stands where it must not.
        case malformed
    }

    /// Why a journal is not used.
    public enum JournalProblem: Hashable, Sendable {
        /// It is no journal of a batch.
        case foreign
        /// A newer LoopLab has written it.
        case newer(version: Int, supported: Int)
        /// A line before its last one cannot be read.
        case damaged(line: Int)
        /// Somebody has changed it while it was in use.
        case changed
        /// It belongs to the course of this name.
        case otherCourse(String)
        /// Another process is writing it.
        case busy
        /// It is one part of several, and the batch, or another journal, is parted differently.
        case otherShard
        /// There is none.
        case missing
    }
}
