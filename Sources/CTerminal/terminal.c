#define _GNU_SOURCE
#include "CTerminal.h"

#include <dirent.h>
#include <errno.h>
#include <fcntl.h>
#include <features.h>
#include <poll.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <time.h>
#include <unistd.h>

// MARK: - The self-pipe

static int pipe_ends[2] = {-1, -1};

int ct_pipe_open(void) {
    if (pipe_ends[0] < 0 && pipe2(pipe_ends, O_NONBLOCK | O_CLOEXEC) < 0) return -1;
    return pipe_ends[0];
}

// A full pipe is as good as a delivered byte: the reader is about to wake anyway. The write is only to be sure that a
// signal's number is not lost among thousands of wake-ups, which the executor never sends.
static void pipe_put(unsigned char byte) {
    int saved = errno;
    while (write(pipe_ends[1], &byte, 1) < 0 && errno == EINTR) {
    }
    errno = saved;
}

void ct_pipe_wake(void) { pipe_put(0); }

// MARK: - Signals that become events

static atomic_bool end_is_asked;

static void on_watched_signal(int number) {
    if (number == SIGTERM || number == SIGHUP) atomic_store(&end_is_asked, true);
    pipe_put((unsigned char)number);
}

bool ct_end_is_asked(void) { return atomic_load(&end_is_asked); }

int ct_signal_watch(int number) {
    struct sigaction action = {.sa_handler = on_watched_signal, .sa_flags = SA_RESTART};
    sigfillset(&action.sa_mask);
    return sigaction(number, &action, NULL);
}

bool ct_signal_is_ignored(int number) {
    struct sigaction action;
    return sigaction(number, NULL, &action) == 0 && !(action.sa_flags & SA_SIGINFO) && action.sa_handler == SIG_IGN;
}

int ct_signal_default(int number) {
    struct sigaction action = {.sa_handler = SIG_DFL};
    return sigaction(number, &action, NULL);
}

int ct_ignore_broken_pipes(void) {
    struct sigaction action = {.sa_handler = SIG_IGN};
    return sigaction(SIGPIPE, &action, NULL);
}

void ct_stop_until_continued(void) {
    struct sigaction standard = {.sa_handler = SIG_DFL}, watched;
    if (sigaction(SIGTSTP, &standard, &watched) < 0) return;
    // Comes back from here when the shell sends SIGCONT; an orphaned process group is never stopped.
    kill(0, SIGTSTP);
    sigaction(SIGTSTP, &watched, NULL);
}

// MARK: - Descriptors that Swift's Glibc module does not offer

int ct_memory_file(const char *name) { return memfd_create(name, MFD_CLOEXEC); }

int ct_child_descriptor(int pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

#ifndef CLOSE_RANGE_CLOEXEC
#define CLOSE_RANGE_CLOEXEC (1U << 2)
#endif

// Kernels before 5.11 cannot mark a range: each descriptor is marked by itself then.
void ct_close_on_exec(void) {
#ifdef SYS_close_range
    if (syscall(SYS_close_range, 3U, ~0U, CLOSE_RANGE_CLOEXEC) == 0) return;
#endif
    DIR *listing = opendir("/proc/self/fd");
    if (listing == NULL) return;
    for (struct dirent *entry; (entry = readdir(listing)) != NULL;) {
        int descriptor = atoi(entry->d_name);
        if (descriptor > 2) fcntl(descriptor, F_SETFD, FD_CLOEXEC);
    }
    closedir(listing);
}

int ct_spawn_close_others(posix_spawn_file_actions_t *actions) {
    ct_close_on_exec();
#if defined(__GLIBC__) && defined(__GLIBC_PREREQ)
#if __GLIBC_PREREQ(2, 34)
    return posix_spawn_file_actions_addclosefrom_np(actions, 3);
#endif
#endif
    (void)actions;
    return 0;
}

// MARK: - Crashes

static const int crash_signals[] = {SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE};
enum { crash_signal_count = sizeof crash_signals / sizeof *crash_signals };

static struct sigaction crash_actions_before[crash_signal_count];
static char restore_bytes[512];
static size_t restore_length;
static char crash_words[256];
static struct termios restore_settings;
static int restore_input = -1, restore_terminal = -1;
static atomic_bool restore_is_armed;
static atomic_int answers_owed;
static atomic_bool answers_are_usual;

static void write_all(const char *bytes, size_t length) {
    size_t written = 0;
    while (written < length) {
        ssize_t count = write(restore_terminal, bytes + written, length - written);
        if (count > 0) written += (size_t)count;
        else if (count < 0 && errno == EINTR) continue;
        else break;
    }
}

static int milliseconds_since(const struct timespec *start) {
    struct timespec now;
    clock_gettime(CLOCK_MONOTONIC, &now);
    return (int)((now.tv_sec - start->tv_sec) * 1000 + (now.tv_nsec - start->tv_nsec) / 1000000);
}

// The answers ESC[0n that are on their way would be typed at the shell. What else was typed is meant for a program that
// is no more, and is dropped.
static void swallow_answers(void) {
    static const char answer[] = "\033[0n";
    const int limit = atomic_load(&answers_are_usual) ? 1000 : 200;
    struct termios settings;
    struct timespec start;
    int owed = atomic_load(&answers_owed);
    size_t matched = 0;
    if (owed > 0 && tcgetattr(restore_input, &settings) == 0 && !(settings.c_lflag & ICANON)) {
        // Another thread may read too: a read that comes too late must not wait.
        settings.c_cc[VMIN] = 0;
        settings.c_cc[VTIME] = 0;
        tcsetattr(restore_input, TCSANOW, &settings);
        clock_gettime(CLOCK_MONOTONIC, &start);
        for (int passed = 0; owed > 0 && passed < limit; passed = milliseconds_since(&start)) {
            struct pollfd entry = {.fd = restore_input, .events = POLLIN};
            char bytes[64];
            if (poll(&entry, 1, limit - passed) <= 0) continue;
            if (entry.revents & (POLLHUP | POLLERR | POLLNVAL)) break;
            ssize_t count = read(restore_input, bytes, sizeof bytes);
            for (ssize_t i = 0; i < count; i++) {
                matched = bytes[i] == answer[matched] ? matched + 1 : bytes[i] == answer[0];
                if (matched < sizeof answer - 1) continue;
                matched = 0;
                owed--;
            }
        }
    }
    tcflush(restore_input, TCIFLUSH);
}

// Async-signal-safe throughout: atomics, clock_gettime(), poll(), read(), write(), sigprocmask() and the tc… calls only.
static void restore(bool is_crash) {
    if (!atomic_exchange(&restore_is_armed, false)) return;
    // A program in the background that touches the terminal would be stopped in the middle of its crash.
    sigset_t block, before;
    sigemptyset(&block);
    sigaddset(&block, SIGTTOU);
    pthread_sigmask(SIG_BLOCK, &block, &before);
    write_all(restore_bytes, restore_length);
    swallow_answers();
    tcsetattr(restore_input, TCSANOW, &restore_settings);
    if (is_crash) write_all(crash_words, strlen(crash_words));
    pthread_sigmask(SIG_SETMASK, &before, NULL);
}

static void restore_at_exit(void) { restore(false); }

static void on_crash(int number, siginfo_t *info, void *context) {
    (void)context;
    restore(true);
    for (int i = 0; i < crash_signal_count; i++) {
        if (crash_signals[i] == number) sigaction(number, &crash_actions_before[i], NULL);
    }
    // A fault happens again when the instruction is run again, with its true address for the next handler; a signal
    // that was sent, abort() among them, does not.
    if (info->si_code <= 0 || number == SIGTRAP) raise(number);
}

static void install_crash_handlers(void) {
    static bool installed;
    if (installed) return;
    installed = true;
    // A stack overflow leaves no room for a handler on the stack that overflowed.
    static char stack_memory[65536];
    stack_t stack = {.ss_sp = stack_memory, .ss_size = sizeof stack_memory}, current;
    if (sigaltstack(NULL, &current) == 0 && (current.ss_flags & SS_DISABLE)) sigaltstack(&stack, NULL);
    struct sigaction action = {.sa_sigaction = on_crash, .sa_flags = SA_SIGINFO | SA_ONSTACK};
    sigemptyset(&action.sa_mask);
    for (int i = 0; i < crash_signal_count; i++) sigaction(crash_signals[i], &action, &crash_actions_before[i]);
    atexit(restore_at_exit);
}

int ct_restore_arm(
    int input, int output, const struct termios *settings, const char *bytes, size_t length, const char *words
) {
    if (length > sizeof restore_bytes || strlen(words) >= sizeof crash_words) {
        errno = EINVAL;
        return -1;
    }
    atomic_store(&restore_is_armed, false);
    restore_input = input;
    restore_terminal = output;
    strcpy(crash_words, words);
    restore_settings = *settings;
    memcpy(restore_bytes, bytes, length);
    restore_length = length;
    install_crash_handlers();
    atomic_store(&restore_is_armed, true);
    return 0;
}

void ct_restore_expect(int answers, bool are_usual) {
    atomic_store(&answers_owed, answers);
    atomic_store(&answers_are_usual, are_usual);
}

void ct_restore_disarm(void) { atomic_store(&restore_is_armed, false); }

// MARK: - The thread of the user interface

static _Thread_local bool is_ui_thread;

void ct_mark_ui_thread(void) { is_ui_thread = true; }

bool ct_is_ui_thread(void) { return is_ui_thread; }
