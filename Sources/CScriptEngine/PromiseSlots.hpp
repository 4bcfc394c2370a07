// SPDX-License-Identifier: MIT
// What the engine's promises, reactions and generators keep in their reserved slots. Nothing outside the engine is told
// of it; PromiseWatch checks what can be checked before it relies on this, and tests check the rest.
#pragma once

#include <cstddef>
#include <cstdint>

namespace lls::slots {

constexpr size_t promiseFlags = 0;

constexpr size_t reactionPromise = 0;
constexpr size_t reactionFlags = 6;
// The generator of an await; for the job that resolves one promise with another, the former.
constexpr size_t reactionTarget = 7;

constexpr int32_t reactionResolvesTarget = 1 << 2;
constexpr int32_t reactionIsAsyncFunction = 1 << 3;
constexpr int32_t reactionIsAsyncGenerator = 1 << 4;
// Tells a debugger what a promise waits for; it does nothing and is no handler.
constexpr int32_t reactionIsForDebugger = 1 << 5;
constexpr int32_t reactionIsAwait = reactionIsAsyncFunction | reactionIsAsyncGenerator;
// The engine uses seven bits of a reaction's flags; the rest holds the place. Of a promise's flags it uses eight.
constexpr int reactionPlaceShift = 8;
constexpr uint32_t reactionPlaceLimit = 1u << (31 - reactionPlaceShift);
constexpr int32_t promiseIsTold = 1 << 30;

constexpr size_t generatorCallee = 0;
constexpr size_t asyncFunctionPromise = 5;
constexpr size_t asyncGeneratorQueue = 6;
constexpr size_t requestPromise = 2;

// A promise job's reaction, and the promise of a resolving function.
constexpr size_t jobReaction = 0;
constexpr size_t resolvingPromise = 0;

}  // namespace lls::slots
