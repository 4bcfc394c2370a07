// SPDX-License-Identifier: MIT
// Process start and end.
#include "Context.hpp"

#include <js/BuildId.h>
#include <js/Initialization.h>

namespace {

std::string cacheDirectoryStorage;

// The cache is only valid for the very library that wrote it, so its identity is the library's version.
bool buildIdentity(JS::BuildIdCharVector *identity) {
    const char *version = JS_GetImplementationVersion();
    return identity->append(version, strlen(version));
}

}  // namespace

const char *lls::cacheDirectory() {
    return cacheDirectoryStorage.empty() ? nullptr : cacheDirectoryStorage.c_str();
}

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
        lls::installMessages();
    }
    return failure;
}

void lls_process_shut_down(void) { JS_ShutDown(); }

const char *lls_engine_version(void) { return JS_GetImplementationVersion(); }
