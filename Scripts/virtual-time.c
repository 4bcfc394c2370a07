// SPDX-License-Identifier: MIT
// Gives a process a clock of its own: time passes with reads of the clock and jumps where the process would wait.
//
// Preloaded into Node, it lets the reference run programs with timers at once, and in the same order on a busy machine.
// Only the main thread moves the clock; a wait for the work of other threads is given a moment of real time first.
#define _GNU_SOURCE
#include <errno.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdint.h>
#include <sys/epoll.h>
#include <sys/syscall.h>
#include <sys/time.h>
#include <time.h>
#include <unistd.h>

enum { READ_COST = 200, GRACE_MILLISECONDS = 2 };

static _Atomic int64_t elapsed;
static int64_t monotonicStart;
static int64_t realtimeStart;

static int64_t machineTime(clockid_t clock) {
    struct timespec now;
    syscall(SYS_clock_gettime, clock, &now);
    return now.tv_sec * INT64_C(1000000000) + now.tv_nsec;
}

__attribute__((constructor)) static void start(void) {
    monotonicStart = machineTime(CLOCK_MONOTONIC);
    realtimeStart = machineTime(CLOCK_REALTIME);
}

static int isMainThread(void) {
    return syscall(SYS_gettid) == getpid();
}

static int64_t passed(void) {
    return isMainThread() ? atomic_fetch_add(&elapsed, READ_COST) + READ_COST : atomic_load(&elapsed);
}

int clock_gettime(clockid_t clock, struct timespec *result) {
    int64_t now;
    switch (clock) {
    case CLOCK_MONOTONIC:
    case CLOCK_MONOTONIC_RAW:
    case CLOCK_MONOTONIC_COARSE:
    case CLOCK_BOOTTIME:
        now = monotonicStart + passed();
        break;
    case CLOCK_REALTIME:
    case CLOCK_REALTIME_COARSE:
        now = realtimeStart + passed();
        break;
    default:
        return (int)syscall(SYS_clock_gettime, clock, result);
    }
    result->tv_sec = now / 1000000000;
    result->tv_nsec = now % 1000000000;
    return 0;
}

int gettimeofday(struct timeval *restrict result, void *restrict zone) {
    (void)zone;
    int64_t now = realtimeStart + passed();
    result->tv_sec = now / 1000000000;
    result->tv_usec = now % 1000000000 / 1000;
    return 0;
}

int epoll_pwait(int epoll, struct epoll_event *events, int capacity, int timeout, const sigset_t *mask) {
    int wait = timeout > GRACE_MILLISECONDS && isMainThread() ? GRACE_MILLISECONDS : timeout;
    int count = (int)syscall(SYS_epoll_pwait, epoll, events, capacity, wait, mask, (size_t)8);
    if (count == 0 && timeout > 0 && isMainThread()) atomic_fetch_add(&elapsed, timeout * INT64_C(1000000));
    return count;
}

int epoll_wait(int epoll, struct epoll_event *events, int capacity, int timeout) {
    return epoll_pwait(epoll, events, capacity, timeout, NULL);
}
