// SPDX-License-Identifier: MIT
internal import SQLStorage

/// Follows the chain of each device from its first attempt to its head, and names what does not fit.
///
/// Each attempt is judged with the hash that it says stood before it, so an edited one is named by itself and not with
/// all that follow. One that was edited and hashed again is named because the next one follows another.
struct ChainCheck {
    private(set) var damage: [ProgressDamage] = []
    private(set) var attempts = 0
    private var heads: [String: DeviceHead]
    private var last: (place: AttemptPlace, hash: ChainHash?)?
    private var named: Set<AttemptID> = []

    /// Begins with the heads that were noted.
    init(heads: [DeviceHead]) {
        self.heads = Dictionary(uniqueKeysWithValues: heads.map { ($0.device, $0) })
    }

    /// Takes the next attempt by device and number; nil where its row cannot be read.
    mutating func take(_ place: AttemptPlace, _ recorded: RecordedAttempt?) {
        attempts += 1
        if let last, last.place.id.device != place.id.device { endDevice() }
        let expected = (last?.place.id.number ?? 0) + 1
        if place.id.number > expected {
            damage.append(.missing(device: place.id.device, numbers: expected...place.id.number - 1))
        }
        if let recorded {
            if recorded.computedHash != recorded.hash {
                name(.edited(place), place)
            } else if place.id.number == expected {
                checkLink(to: recorded)
            }
        } else {
            name(.unreadable(place), place)
        }
        last = (place, recorded?.hash)
    }

    private mutating func checkLink(to recorded: RecordedAttempt) {
        if let last {
            if let hash = last.hash, hash != recorded.previous { name(.replaced(last.place), last.place) }
        } else if recorded.previous != .zero {
            name(.edited(recorded.place), recorded.place)
        }
    }

    private mutating func endDevice() {
        guard let last else { return }
        let device = last.place.id.device
        let number = last.place.id.number
        if let head = heads.removeValue(forKey: device), head.number >= number {
            if head.number > number {
                damage.append(.missing(device: device, numbers: number + 1...head.number))
            } else if let hash = last.hash, hash != head.hash {
                name(.replaced(last.place), last.place)
            }
        } else {
            damage.append(.beyondHead(last.place))
        }
        self.last = nil
    }

    /// Ends the check; devices of which nothing was left are named too.
    mutating func finish() {
        endDevice()
        for head in heads.values.sorted(by: { $0.device < $1.device }) where head.number > 0 {
            damage.append(.missing(device: head.device, numbers: 1...head.number))
        }
    }

    private mutating func name(_ found: ProgressDamage, _ place: AttemptPlace) {
        if named.insert(place.id).inserted { damage.append(found) }
    }
}
