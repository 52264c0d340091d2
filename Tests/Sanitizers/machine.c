// What tells of the machine and of the build, and the kernel's keyring, at their edges.
#define _GNU_SOURCE
#include "exercise.h"

#include "CBuildFacts.h"
#include "CKeyring.h"
#include "CMachine.h"
#include "CSQLiteURI.h"

#include <errno.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static void exercise_descriptions(void) {
    const char *name;
    size_t count = 0;
    for (; (name = cm_terminfo_name(count)); count++) {
        const char *entry = cm_terminfo(name);
        expect(entry && strncmp(entry, "b64:", 4) == 0 && strlen(entry) > 100, "each name has its description");
    }
    expect(count > 10 && !cm_terminfo_name(count + 1000), "names end, and stay ended");
    expect(!cm_terminfo("") && !cm_terminfo("no-such-terminal"), "what is not brought along is not there");
    char longest[4096];
    memset(longest, 'x', sizeof longest);
    longest[sizeof longest - 1] = 0;
    expect(!cm_terminfo(longest), "a long name is no other one's");
}

static void exercise_build(void) {
    expect(strcmp(build_commit(), "0123abc") == 0 && strcmp(build_commit_day(), "2026-01-01") == 0, "a build's facts");
    expect(!build_is_static() && !cm_is_static(), "this program needs a loader, and both ways of looking know it");
    expect(sqlite_reads_uris() == 1, "SQLite was told before main");
    size_t size = 12345;
#ifdef WITH_LOCALE
    const unsigned char *bytes = cm_ctype(&size);
    unsigned sum = 0;
    for (size_t index = 0; index < size; index++) sum += bytes[index];
    expect(size == 0 ? !bytes : sum > 0, "the locale's file is as long as it says");
#endif
    (void)size;
}

static const char name[] = "portal-sanitize";

static void exercise_keyring(void) {
    char mine[64];
    snprintf(mine, sizeof mine, "%s-%d", name, (int)getpid());
    const char secret[] = "thirty-two bytes, as a data key.";
    char buffer[64];
    expect(keyring_read(mine, buffer, sizeof buffer) == -1, "nothing is kept under a new name");
    expect(keyring_forget(mine) == -1, "and nothing can be taken out");
    if (keyring_keep(mine, secret, 32, 60) != 0) {
        printf("sanitize: the kernel's keyring is refused here (%s): its refusals alone were looked at\n", strerror(errno));
        return;
    }
    memset(buffer, '#', sizeof buffer);
    expect(keyring_read(mine, buffer, sizeof buffer) == 32 && memcmp(buffer, secret, 32) == 0, "what was kept is read");
    expect(buffer[32] == '#', "and no byte more");
    // The kernel says how long it is, and writes no further than there is room.
    memset(buffer, '#', sizeof buffer);
    expect(keyring_read(mine, buffer, 8) == 32 && buffer[8] == '#' && buffer[31] == '#', "a short buffer is kept to");
    expect(keyring_read(mine, NULL, 0) == 32, "no buffer is none");
    expect(keyring_keep(mine, "x", 1, 60) == 0 && keyring_read(mine, buffer, sizeof buffer) == 1, "the last one counts");
    expect(keyring_keep(mine, buffer, 0, 60) == -1, "nothing is not kept");
    char *much = malloc(40000);
    expect(much && keyring_keep(mine, memset(much, 'x', 40000), 40000, 60) == -1, "more than a key may be is refused");
    free(much);
    expect(keyring_forget(mine) == 0 && keyring_read(mine, buffer, sizeof buffer) == -1, "taken out it is gone");
}

/// In a child: whoever may not be looked at cannot look for leaks of its own either.
static void exercise_closing(void) {
    pid_t child = fork();
    if (child == 0) {
        keyring_close_memory();
        struct rlimit limit;
        bool isClosed = prctl(PR_GET_DUMPABLE) == 0 && getrlimit(RLIMIT_CORE, &limit) == 0 && limit.rlim_cur == 0;
        _exit(isClosed ? 0 : 1);
    }
    int status;
    expect(waitpid(child, &status, 0) == child && status == 0, "the memory is closed");
}

void exercise_machine(void) {
    exercise_descriptions();
    exercise_build();
    exercise_keyring();
    exercise_closing();
}
