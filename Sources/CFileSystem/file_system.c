#include "CFileSystem.h"

#include <sys/vfs.h>
#include <sys/xattr.h>

unsigned int file_system_magic(const char *path) {
    struct statfs status;
    if (statfs(path, &status) != 0) return 0;
    // `f_type` is signed and, on some machines, sign-extended.
    return (unsigned int)status.f_type;
}

static const char part_mark[] = "user.portal.part";

void mark_as_part(int descriptor) { (void)fsetxattr(descriptor, part_mark, "1", 1, 0); }

void unmark_as_part(int descriptor) { (void)fremovexattr(descriptor, part_mark); }

int is_marked_as_part(int descriptor) { return fgetxattr(descriptor, part_mark, 0, 0) >= 0; }
