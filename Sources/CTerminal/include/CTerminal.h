/// The few lines that must be C: what runs inside a signal handler, and a thread's mark.
///
/// Everything else about the terminal is written in Swift. Nothing here knows ncurses.
#pragma once

#include <spawn.h>
#include <stdbool.h>
#include <stddef.h>
#include <termios.h>

/// Opens the self-pipe once; later calls return the same descriptor.
///
/// Every byte that can be read from it is a signal's number, or 0 for a plain wake-up.
/// Returns the end to poll (non-blocking, closed on exec), or -1 with `errno` set.
int ct_pipe_open(void);

/// Writes one wake-up byte into the self-pipe. Safe from any thread and from a signal handler.
void ct_pipe_wake(void);

/// Makes `signal` write its number into the self-pipe instead of doing what it does by default.
/// Returns 0, or -1 with `errno` set.
int ct_signal_watch(int signal);

/// Whether SIGTERM or SIGHUP came while it was watched, for those who cannot wait for the self-pipe to be read.
bool ct_end_is_asked(void);

/// Whether `signal` is ignored, as the program's parent may have asked for (nohup, background jobs).
bool ct_signal_is_ignored(int signal);

/// Gives `signal` back its default action. Returns 0, or -1 with `errno` set.
int ct_signal_default(int signal);

/// Makes writes to a closed pipe or socket fail with `EPIPE` instead of ending the program.
int ct_ignore_broken_pipes(void);

/// Stops the program as ^Z does and returns when it is continued.
///
/// The stop goes to the whole process group, so that a wrapper script stops with the program.
void ct_stop_until_continued(void);

/// Gives the terminal `descriptor` the settings `unseen`, by which nothing is shown that is typed, until
/// `ct_unseen_end()`. A signal that ends the program by default gives it `before` first, and so does ^Z, after which the
/// program goes on as it was, and asks again. Signals that are watched or ignored stay so.
/// Returns 0, or -1 with `errno` set.
int ct_unseen_begin(int descriptor, const struct termios *before, const struct termios *unseen);

/// What is written to that terminal when the program goes on after a stop; nothing where it is longer than 1024 bytes.
void ct_unseen_ask(const char *bytes, size_t length);

/// Gives the terminal and the signals back as they were; a second time does nothing.
void ct_unseen_end(void);

/// Makes a file in memory, closed on exec. Returns its descriptor, or -1 with `errno` set.
int ct_memory_file(const char *name);

/// Opens a descriptor that becomes readable when the child process `pid` ends. Returns -1 with `errno` set on failure.
int ct_child_descriptor(int pid);

/// Has every descriptor but 0, 1 and 2 closed in programs that are started from here on, those that libraries have opened
/// and inherited ones among them.
void ct_close_on_exec(void);

/// The same for a child that is spawned with `actions`, which get it as their last step: what another thread opens just
/// before the child starts is closed too, where the C library has the means. Returns 0, or an error number.
int ct_spawn_close_others(posix_spawn_file_actions_t *actions);

/// What has to happen to a terminal so that the next program finds it as it was.
///
/// Remembers the descriptors, the settings and the bytes that undo the program's screen modes. From then on a crash
/// (SIGSEGV, SIGBUS, SIGILL, SIGTRAP, SIGABRT, SIGFPE) or a plain `exit()` writes those bytes, drops what was typed and
/// answered, and restores the settings; the crash also writes `words` and then goes on to whatever handled it before.
/// `length` is at most 512 and `words` at most 255 bytes; more is refused with -1.
int ct_restore_arm(
    int input, int output, const struct termios *settings, const char *bytes, size_t length, const char *words);

/// How many answers `ESC[0n` the terminal owes, which would be typed at the shell if the program were gone. They are
/// waited for, for a second if the terminal is known to answer.
void ct_restore_expect(int answers, bool are_usual);

/// Says that the terminal is the way it was already, so that nothing is left to restore.
void ct_restore_disarm(void);

/// Marks the calling thread as the one that runs the user interface.
void ct_mark_ui_thread(void);

/// Whether the calling thread was marked.
bool ct_is_ui_thread(void);
