// SPDX-License-Identifier: MIT
#pragma once

#include "Context.hpp"

namespace lls {

/// Tells an observer of the program's statements: the engine's debugger, driven by builtins/debugger/steps.js in a
/// realm of its own.
class StepWatch {
public:
    /// Watches the program of the realm of `global`; null after a failure.
    static std::unique_ptr<StepWatch> start(
        LLSContext *context, JS::HandleObject global, const LLSObserver &observer);
    ~StepWatch();

    const LLSObserver &observer() const { return observer_; }

private:
    StepWatch(LLSContext *context, const LLSObserver &observer);
    bool makeRealm(JS::HandleObject program);
    bool run(const char *id, JS::HandleObject exports, JS::HandleObject binding);
    bool begin(JS::HandleObject program);

    LLSContext *context_;
    LLSObserver observer_;
    JS::PersistentRootedObject global_;
    JS::PersistentRootedObject exports_;
};

}  // namespace lls
