#include "CFileSystem.h"

#include <sys/vfs.h>

unsigned int file_system_magic(const char *path) {
    struct statfs status;
    if (statfs(path, &status) != 0) return 0;
    // `f_type` is signed and, on some machines, sign-extended.
    return (unsigned int)status.f_type;
}
