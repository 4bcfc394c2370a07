// SPDX-License-Identifier: MIT
// Linux headers that Swift's Glibc module leaves out, and a call that it hides.

#ifndef LOOPLAB_CLINUX_SHIM_H
#define LOOPLAB_CLINUX_SHIM_H

#include <asm/unistd.h>
#include <linux/openat2.h>
#include <linux/prctl.h>
#include <linux/stat.h>
#include <pthread.h>
#include <stddef.h>
#include <sys/epoll.h>
#include <sys/eventfd.h>
#include <sys/inotify.h>
#include <sys/signalfd.h>
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

// openat2(2): opens nothing that lies outside of a directory, by whatever links or dots the path leads there.
static inline int lls_open_beneath(int directory, const char *path, int flags) {
    struct open_how how = {.flags = (unsigned)flags, .resolve = RESOLVE_BENEATH | RESOLVE_NO_MAGICLINKS};
    return (int)syscall(__NR_openat2, directory, path, &how, sizeof how);
}

/// How many threads this process has; -1 where the system does not tell.
static inline int lls_thread_count(void) {
    struct statx tasks;
    // A directory has a link for each directory in it, and two for itself.
    if (lls_statx(-100 /* AT_FDCWD */, "/proc/self/task", 0, STATX_NLINK, &tasks) != 0) {
        return -1;
    }
    return (int)tasks.stx_nlink - 2;
}

extern int fork(void);

/// What `lls_fork` gives where it would not be safe.
enum { LLS_NOT_ALONE = -2 };

/// Makes a copy of this process, as fork(2) does; LLS_NOT_ALONE where it has other threads, whose locks the copy would
/// wait for in vain.
static inline int lls_fork(void) {
    return lls_thread_count() == 1 ? fork() : LLS_NOT_ALONE;
}

// close_range(2): closes every descriptor from the first number to the last.
static inline int lls_close_range(unsigned first, unsigned last) {
    return (int)syscall(__NR_close_range, first, last, 0);
}

// pidfd_open(2): a descriptor that becomes readable when the process has ended.
static inline int lls_pidfd_open(int process) {
    return (int)syscall(__NR_pidfd_open, process, 0);
}

/// From <unistd.h>, which declares it only to programs that ask for GNU extensions.
extern int pipe2(int ends[2], int flags);

// From <malloc.h>.
extern int mallopt(int parameter, int value);

/// Lets all threads allocate from one arena: each other one would take 64 MiB of addresses, and look for processors.
static inline int lls_use_one_arena(void) {
    return mallopt(-8 /* M_ARENA_MAX */, 1);
}

extern int prctl(int option, ...);

/// Sends this process a signal when the thread ends that started it.
static inline int lls_die_with_parent(int signal) {
    return prctl(PR_SET_PDEATHSIG, signal, 0, 0, 0);
}

/// From now on no program that this process starts gains rights.
static inline int lls_forbid_new_privileges(void) {
    return prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0);
}

#endif
