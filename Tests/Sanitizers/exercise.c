// Calls everything that our C code offers, at its edges too, so that the address and undefined-behaviour sanitisers look
// on (scripts/sanitize.sh). Ends with 1 and words where something is not as the headers say.
#define _GNU_SOURCE
#include "exercise.h"

#include "CFileSystem.h"
#include "CTerminal.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

void expect(bool holds, const char *words) {
    if (holds) return;
    fprintf(stderr, "sanitize: does not hold: %s (%s)\n", words, strerror(errno));
    exit(1);
}

static unsigned char next_byte(int descriptor) {
    struct pollfd entry = {.fd = descriptor, .events = POLLIN};
    unsigned char byte = 0xFF;
    expect(poll(&entry, 1, 10000) == 1 && read(descriptor, &byte, 1) == 1, "a byte comes through the pipe");
    return byte;
}

static void exercise_pipe_and_signals(void) {
    int end = ct_pipe_open();
    expect(end >= 0 && ct_pipe_open() == end, "the pipe is opened once");
    ct_pipe_wake();
    expect(next_byte(end) == 0, "a wake-up is 0");
    expect(!ct_end_is_asked(), "nobody has asked for the end yet");
    expect(ct_signal_watch(SIGWINCH) == 0 && ct_signal_watch(SIGTERM) == 0, "signals are watched");
    raise(SIGWINCH);
    expect(next_byte(end) == SIGWINCH && !ct_end_is_asked(), "a signal is its number, and not the end");
    raise(SIGTERM);
    expect(next_byte(end) == SIGTERM && ct_end_is_asked(), "SIGTERM asks for the end");
    expect(ct_signal_default(SIGTERM) == 0 && ct_signal_watch(9999) == -1, "no such signal");
    // A full pipe loses wake-ups and nothing else.
    for (int i = 0; i < 200000; i++) ct_pipe_wake();
    expect(ct_ignore_broken_pipes() == 0, "closed pipes are errors");
    int pipe_ends[2];
    expect(pipe(pipe_ends) == 0 && close(pipe_ends[0]) == 0, "a pipe");
    expect(write(pipe_ends[1], "x", 1) == -1 && errno == EPIPE, "a closed pipe does not end the program");
    close(pipe_ends[1]);
}

static void exercise_descriptors(void) {
    int memory = ct_memory_file("exercise");
    expect(memory >= 0 && write(memory, "abc", 3) == 3, "a file in memory");
    close(memory);
    pid_t child = fork();
    if (child == 0) _exit(0);
    int descriptor = ct_child_descriptor(child);
    struct pollfd entry = {.fd = descriptor, .events = POLLIN};
    expect(descriptor < 0 || poll(&entry, 1, 10000) == 1, "a child's end can be awaited");
    waitpid(child, NULL, 0);
    if (descriptor >= 0) close(descriptor);
    expect(ct_child_descriptor(-5) == -1, "no such child");
    expect(!ct_is_ui_thread(), "no thread is marked");
    ct_mark_ui_thread();
    expect(ct_is_ui_thread(), "this thread is marked");
}

static void exercise_file_system(void) {
    expect(file_system_magic("/proc") == 0x9FA0, "the kind of /proc is known");
    expect(file_system_magic("/no/such/path") == 0 && file_system_magic("") == 0, "what is not there has no kind");
}

/// What a child that ends in this way leaves on its terminal.
static size_t ending(int how, int answers, char *seen, size_t room) {
    int terminal, device;
    expect(openpty(&terminal, &device, NULL, NULL, NULL) == 0, "a terminal");
    struct termios settings;
    expect(tcgetattr(device, &settings) == 0, "its settings");
    pid_t child = fork();
    if (child == 0) {
        close(terminal);
        struct termios raw = settings;
        cfmakeraw(&raw);
        tcsetattr(device, TCSANOW, &raw);
        if (ct_restore_arm(device, device, &settings, "undone;", 7, "sorry") != 0) _exit(9);
        ct_restore_expect(answers, true);
        if (how < 0) ct_restore_disarm();
        if (how > 0) raise(how);
        exit(0);
    }
    // The answers that are owed come while the child ends.
    for (int i = 0; i < answers; i++) expect(write(terminal, "x\033[0n", 5) == 5, "an answer");
    int status;
    expect(waitpid(child, &status, 0) == child, "the child ends");
    expect(how > 0 ? !WIFEXITED(status) || WEXITSTATUS(status) != 9 : WEXITSTATUS(status) == 0, "as it was asked to");
    struct termios after;
    expect(tcgetattr(device, &after) == 0, "settings afterwards");
    if (how >= 0) expect((after.c_lflag & ICANON) == (settings.c_lflag & ICANON), "the settings are restored");
    fcntl(terminal, F_SETFL, O_NONBLOCK);
    ssize_t count = read(terminal, seen, room - 1);
    seen[count > 0 ? count : 0] = 0;
    close(terminal);
    close(device);
    return count > 0 ? (size_t)count : 0;
}

static void exercise_restoration(void) {
    char seen[512], longest[512];
    struct termios settings = {0};
    memset(longest, 'x', sizeof longest);
    char words[257];
    memset(words, 'w', sizeof words - 1);
    words[256] = 0;
    expect(ct_restore_arm(-1, -1, &settings, longest, 513, "") == -1 && errno == EINVAL, "too many bytes are refused");
    expect(ct_restore_arm(-1, -1, &settings, longest, 512, words) == -1, "too many words are refused");
    words[255] = 0;
    expect(ct_restore_arm(-1, -1, &settings, longest, 512, words) == 0, "as much as is allowed");
    ct_restore_disarm();
    ending(0, 0, seen, sizeof seen);
    expect(strstr(seen, "undone;") && !strstr(seen, "sorry"), "a plain end undoes the modes without words");
    ending(-1, 0, seen, sizeof seen);
    expect(!strstr(seen, "undone;"), "what is disarmed writes nothing");
    for (int answers = 0; answers < 3; answers++) {
        ending(SIGABRT, answers, seen, sizeof seen);
        expect(strstr(seen, "undone;") && strstr(seen, "sorry"), "a crash undoes the modes and says so");
    }
}

// In a session of its own, whose terminal the device is: 0 where everything was as it should be, else the place.
static int unseen_in_a_session(int device, int how) {
    struct termios settings, after;
    if (setsid() < 0 || ioctl(device, TIOCSCTTY, 0) < 0 || tcgetattr(device, &settings) < 0) return 1;
    pid_t child = fork();
    if (child == 0) {
        struct termios unseen = settings;
        unseen.c_lflag &= ~(tcflag_t)ECHO;
        char longest[1025] = {0};
        if (ct_unseen_begin(device, &settings, &unseen) != 0) _exit(2);
        if (tcgetattr(device, &after) < 0 || after.c_lflag & ECHO) _exit(3);
        ct_unseen_ask(longest, sizeof longest);
        ct_unseen_ask("who? ", 5);
        if (how > 0) raise(how);
        ct_unseen_end();
        ct_unseen_end();
        exit(0);
    }
    int status;
    if (waitpid(child, &status, 0) != child) return 4;
    if (how > 0 ? !WIFSIGNALED(status) || WTERMSIG(status) != how : status != 0) return 5;
    return tcgetattr(device, &after) == 0 && after.c_lflag & ECHO ? 0 : 6;
}

static void exercise_unseen(void) {
    for (int how = 0; how <= SIGTERM; how += SIGTERM) {
        int terminal, device, status;
        expect(openpty(&terminal, &device, NULL, NULL, NULL) == 0, "a terminal for what is unseen");
        pid_t leader = fork();
        if (leader == 0) _exit(unseen_in_a_session(device, how));
        expect(waitpid(leader, &status, 0) == leader && status == 0, "the terminal is as it was");
        close(terminal);
        close(device);
    }
}

int main(void) {
    exercise_unseen();
    exercise_restoration();
    exercise_pipe_and_signals();
    exercise_descriptors();
    exercise_file_system();
    exercise_machine();
    return 0;
}
