#include "CMachine.h"

// Read when the program is built, so that it always is of the very C library that reads it: a static C library needs the
// file, since no locale but "C" is a part of it. Debian, Ubuntu and Fedora have it there.
#define CTYPE_FILE "/usr/lib/locale/C.utf8/LC_CTYPE"

#pragma clang diagnostic ignored "-Wc23-extensions"

#if __has_embed(CTYPE_FILE)
static const unsigned char ctype[] = {
#embed CTYPE_FILE
};

const unsigned char *cm_ctype(size_t *size) {
    *size = sizeof ctype;
    return ctype;
}
#else
const unsigned char *cm_ctype(size_t *size) {
    *size = 0;
    return 0;
}
#endif
