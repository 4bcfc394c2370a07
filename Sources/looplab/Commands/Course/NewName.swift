// SPDX-License-Identifier: MIT
internal import Coursework
internal import YAMLFields

/// Reads the name that something new in a course is to have.
enum NewName {
    /// The whole name; where the last part has no number, it gets the one after the last in its track.
    static func id(
        _ name: String, among taken: [ContentID], in outline: CourseOutline
    ) throws(CommandError) -> ContentID {
        let parts = name.split(separator: "/", omittingEmptySubsequences: false)
        guard parts.count == 2 else { throw .course(.badName(name)) }
        let track = String(parts[0])
        guard outline.track(track) != nil else {
            let nearest = NearestName.nearest(to: track, among: outline.tracks.map(\.name))
            throw .course(.unknownTrack(track, nearest: nearest))
        }
        let others = taken.filter { $0.track == track }
        guard let id = ContentID(track: track, item: String(parts[1])) else {
            let next = (others.map(\.itemNumber).max() ?? 0) + 1
            guard next < 100, let id = ContentID(track: track, item: (next < 10 ? "0" : "") + "\(next)-\(parts[1])")
            else { throw .course(.badName(name)) }
            return id
        }
        if let other = others.first(where: { $0.itemNumber == id.itemNumber }) {
            throw .course(.exists(other.description))
        }
        return id
    }
}
