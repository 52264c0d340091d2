#define _GNU_SOURCE
#include "CPseudoTerminal.h"

#include <fcntl.h>
#include <signal.h>
#include <stdlib.h>
#include <sys/syscall.h>
#include <unistd.h>

int cpt_open(char *path, size_t length) {
    int master = posix_openpt(O_RDWR | O_NOCTTY | O_NONBLOCK | O_CLOEXEC);
    if (master < 0) return -1;
    if (grantpt(master) == 0 && unlockpt(master) == 0 && ptsname_r(master, path, length) == 0) return master;
    close(master);
    return -1;
}

int cpt_pipe(int ends[2]) { return pipe2(ends, O_CLOEXEC); }

int cpt_close_from(posix_spawn_file_actions_t *actions, int first) {
    return posix_spawn_file_actions_addclosefrom_np(actions, first);
}

int cpt_process(int pid) { return (int)syscall(SYS_pidfd_open, pid, 0); }

static void on_broken_pipe(int number) { (void)number; }

/// A program under test that has ended reads no more: whoever writes to it is told by `EPIPE`, and the tests do not end.
/// A handler in place of `SIG_IGN`, which the programs that are started would inherit.
__attribute__((constructor)) static void outlive_broken_pipes(void) {
    struct sigaction found, action = {.sa_handler = on_broken_pipe, .sa_flags = SA_RESTART};
    if (sigaction(SIGPIPE, NULL, &found) == 0 && found.sa_handler == SIG_DFL) sigaction(SIGPIPE, &action, NULL);
}
