// SPDX-License-Identifier: MIT
// Process start and end.
#include "Context.hpp"

#include <js/BuildId.h>
#include <js/HelperThreadAPI.h>
#include <js/Initialization.h>

namespace {

std::string cacheDirectoryStorage;
bool hasNoThreads = false;

// The cache is only valid for the very library that wrote it, so its identity is the library's version.
bool buildIdentity(JS::BuildIdCharVector *identity) {
    const char *version = JS_GetImplementationVersion();
    return identity->append(version, strlen(version));
}

// Whoever needs what a task brings takes it back from the queue and does it. That holds for the collections which we
// have, each of one piece; one in slices would wait for ever for a task that nobody has begun.
void leaveTaskInQueue(JS::DispatchReason) {}

}  // namespace

const char *lls::cacheDirectory() {
    return cacheDirectoryStorage.empty() ? nullptr : cacheDirectoryStorage.c_str();
}

bool lls::isMeantForCopies() { return hasNoThreads; }

const char *lls_process_start(const LLSProcessOptions *options) {
    if (options->cache_directory != nullptr) {
        cacheDirectoryStorage = options->cache_directory;
    }
    if (options->disables_jit) {
        JS::DisableJitBackend();
    }
    JS::SetProcessBuildIdOp(buildIdentity);
    const char *failure = JS_InitWithFailureDiagnostic();
    if (failure == nullptr) {
        hasNoThreads = options->has_no_threads;
        if (hasNoThreads) {
            // With one thread, and be it one that never comes, the engine does not put off compressing sources.
            constexpr size_t threadCount = 1;
            constexpr size_t stackBytes = 256 << 10;
            JS::SetHelperThreadTaskCallback(leaveTaskInQueue, threadCount, stackBytes);
        }
        lls::installMessages();
    }
    return failure;
}

void lls_process_shut_down(void) { JS_ShutDown(); }

const char *lls_engine_version(void) { return JS_GetImplementationVersion(); }
