#include "CTerminal.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

// MARK: - What is typed unseen

static int terminal = -1;
static struct termios settings_before, settings_unseen;
static char question[1024];
static size_t question_length;

static const int signals[] = {SIGTSTP, SIGINT, SIGQUIT, SIGTERM, SIGHUP, SIGUSR1, SIGUSR2, SIGALRM};
enum { signal_count = sizeof signals / sizeof *signals };
static bool is_taken[signal_count];

// A shell that has the terminal meanwhile keeps its own settings.
static bool has_terminal(void) { return tcgetpgrp(terminal) == getpgrp(); }

// Async-signal-safe throughout. Only a stop comes back from its default action.
static void on_signal(int number) {
    int saved = errno;
    if (has_terminal()) tcsetattr(terminal, TCSANOW, &settings_before);
    struct sigaction standard = {.sa_handler = SIG_DFL}, own;
    sigset_t only, before;
    sigemptyset(&only);
    sigaddset(&only, number);
    sigaction(number, &standard, &own);
    pthread_sigmask(SIG_UNBLOCK, &only, &before);
    raise(number);
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    sigaction(number, &own, NULL);
    // In the background this stops the program again (SIGTTOU), until it has the terminal.
    while (tcsetattr(terminal, TCSAFLUSH, &settings_unseen) < 0 && errno == EINTR) {
    }
    if (write(terminal, question, question_length) < 0) {
        // The person does not see the question again, and may answer all the same.
    }
    errno = saved;
}

int ct_unseen_begin(int descriptor, const struct termios *before, const struct termios *unseen) {
    terminal = descriptor;
    settings_before = *before;
    settings_unseen = *unseen;
    question_length = 0;
    for (int i = 0; i < signal_count; i++) {
        struct sigaction found, action = {.sa_handler = on_signal, .sa_flags = SA_RESTART};
        is_taken[i] = sigaction(signals[i], NULL, &found) == 0 && !(found.sa_flags & SA_SIGINFO)
            && found.sa_handler == SIG_DFL && sigaction(signals[i], &action, NULL) == 0;
    }
    // What was typed before the question is no answer to it.
    return tcsetattr(terminal, TCSAFLUSH, unseen);
}

void ct_unseen_ask(const char *bytes, size_t length) {
    question_length = 0;
    if (length > sizeof question) return;
    memcpy(question, bytes, length);
    question_length = length;
}

void ct_unseen_end(void) {
    if (terminal < 0) return;
    struct sigaction standard = {.sa_handler = SIG_DFL};
    if (has_terminal()) tcsetattr(terminal, TCSADRAIN, &settings_before);
    for (int i = 0; i < signal_count; i++) {
        if (is_taken[i]) sigaction(signals[i], &standard, NULL);
        is_taken[i] = false;
    }
    terminal = -1;
}
