#define _GNU_SOURCE
#include "CMachine.h"

#include <elf.h>
#include <errno.h>
#include <fcntl.h>
#include <link.h>
#include <nss.h>
#include <string.h>
#include <sys/auxv.h>
#include <unistd.h>

bool cm_is_static(void) {
    const ElfW(Phdr) *header = (const ElfW(Phdr) *)getauxval(AT_PHDR);
    unsigned long count = getauxval(AT_PHNUM);
    for (unsigned long index = 0; header && index < count; index++)
        if (header[index].p_type == PT_INTERP) return false;
    return header != NULL;
}

// Whoever starts this program may have closed 0, 1 or 2 (`>&-`, some daemons). The next things that are opened would get
// these numbers, and what is meant for the output would be written into a socket, a file, or the pipe that signals are
// read from. /dev/null takes the places, opened the wrong way round so that reading and writing still fail with EBADF, as
// gnulib's stdopen does.
static void take_closed_places(void) {
    for (int place = STDIN_FILENO; place <= STDERR_FILENO; place++) {
        if (fcntl(place, F_GETFD) >= 0 || errno != EBADF) continue;
        // The lowest free number is taken, and all below are in use.
        if (open("/dev/null", place == STDIN_FILENO ? O_WRONLY : O_RDONLY) != place) _exit(1);
    }
}

static void refuse_without_proc(void) {
    static const char sentence[] =
        "portal: /proc is not there, and this program cannot run without it. In a container or a changed root it is "
        "mounted with: mount -t proc proc /proc\n";
    char first[1];
    if (readlink("/proc/self/exe", first, sizeof first) > 0) return;
    // Nobody is there to be told of a failure.
    ssize_t ignored = write(STDERR_FILENO, sentence, sizeof sentence - 1);
    (void)ignored;
    _exit(1);
}

// nsswitch.conf names plugins (sss, systemd, mdns, resolve) that a static program would load with the machine's own C
// library beside its own, which aborts it. What is left is in the C library itself.
static void use_own_name_services(void) {
    static const char *const databases[] = {
        "passwd", "group", "initgroups", "shadow", "gshadow", "aliases", "ethers", "netgroup", "networks", "protocols",
        "publickey", "rpc", "services",
    };
    for (size_t index = 0; index < sizeof databases / sizeof *databases; index++)
        __nss_configure_lookup(databases[index], "files");
    __nss_configure_lookup("hosts", "files dns");
}

// Before the constructors of C++ and Swift, which have later priorities.
__attribute__((constructor(101))) static void start(void) {
    take_closed_places();
    refuse_without_proc();
    if (cm_is_static()) use_own_name_services();
}
