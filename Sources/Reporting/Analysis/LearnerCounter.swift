// SPDX-License-Identifier: MIT

/// Counts learners who come one after the other, each as often as they like.
struct LearnerCounter {
    private(set) var count = 0
    private var last = -1

    mutating func add(_ learner: Int) {
        if last != learner { count += 1 }
        last = learner
    }
}
