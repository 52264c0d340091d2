#define _GNU_SOURCE
#include "CMachine.h"

#include <elf.h>
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
    refuse_without_proc();
    if (cm_is_static()) use_own_name_services();
}
