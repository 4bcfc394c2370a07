// SPDX-License-Identifier: MIT
internal import Glibc

/// Whether this process and the programs it starts were built with a sanitizer, which takes memory and time of its own.
public enum SanitizerBuild {
    /// Whether they run under AddressSanitizer or ThreadSanitizer.
    ///
    /// The compiler tells Swift nothing of it, but each has a function by which it begins.
    public static let isActive = dlsym(nil, "__asan_init") != nil || dlsym(nil, "__tsan_init") != nil
}
