#define _GNU_SOURCE
#include "CKeyring.h"

#include <errno.h>
#include <linux/keyctl.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>
#include <unistd.h>

static const char type[] = "user";

// Where a login has no keyring of its own, the person's on this machine takes its place: add_key to the session's would make
// one that ends with this process.
static long place(void) {
    long session = syscall(SYS_keyctl, (long)KEYCTL_GET_KEYRING_ID, (long)KEY_SPEC_SESSION_KEYRING, 0L);
    long person = syscall(SYS_keyctl, (long)KEYCTL_GET_KEYRING_ID, (long)KEY_SPEC_USER_SESSION_KEYRING, 0L);
    return session >= 0 && session == person ? KEY_SPEC_USER_SESSION_KEYRING : KEY_SPEC_SESSION_KEYRING;
}

static long find(const char *description) {
    return syscall(SYS_keyctl, (long)KEYCTL_SEARCH, (long)KEY_SPEC_SESSION_KEYRING, type, description, 0L);
}

int keyring_keep(const char *description, const void *bytes, size_t count, unsigned int seconds) {
    long keyring = place();
    long key = syscall(SYS_add_key, type, description, bytes, count, keyring);
    if (key < 0) return -1;
    if (syscall(SYS_keyctl, (long)KEYCTL_SET_TIMEOUT, key, (long)seconds) == 0) return 0;
    // Without an end it would be kept for as long as the machine runs.
    int code = errno;
    syscall(SYS_keyctl, (long)KEYCTL_UNLINK, key, keyring);
    errno = code;
    return -1;
}

long keyring_read(const char *description, void *buffer, size_t count) {
    long key = find(description);
    if (key < 0) return -1;
    return syscall(SYS_keyctl, (long)KEYCTL_READ, key, buffer, count);
}

int keyring_forget(const char *description) {
    long key = find(description);
    if (key < 0) return -1;
    // Other keyrings may have a link to it: revoked it is of no use there either.
    syscall(SYS_keyctl, (long)KEYCTL_REVOKE, key);
    return syscall(SYS_keyctl, (long)KEYCTL_UNLINK, key, place()) == 0 ? 0 : -1;
}

void keyring_close_memory(void) {
    struct rlimit none = {0, 0};
    setrlimit(RLIMIT_CORE, &none);
    prctl(PR_SET_DUMPABLE, 0);
}
