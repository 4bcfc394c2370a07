// SPDX-License-Identifier: MIT
// Linux headers that Swift's Glibc module leaves out, and a call that it hides.

#ifndef LOOPLAB_CLINUX_SHIM_H
#define LOOPLAB_CLINUX_SHIM_H

#include <asm/unistd.h>
#include <linux/stat.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <time.h>

/// From <pthread.h>, which declares it only to programs that ask for GNU extensions.
extern int pthread_timedjoin_np(pthread_t thread, void **result, const struct timespec *deadline);

// From <wchar.h> and <wctype.h>, which would bring in types that are the Glibc module's.
extern int wcwidth(wchar_t character);
extern int iswprint(unsigned character);

// Declared here because <unistd.h> would bring in types that are the Glibc module's.
extern long syscall(long number, ...);

// statx(2), which alone tells when a file was made; glibc declares it only among its own extensions.
static inline int lls_statx(int directory, const char *path, int flags, unsigned mask, struct statx *result) {
    return (int)syscall(__NR_statx, directory, path, flags, mask, result);
}

#endif
