#include "CSQLiteURI.h"

#include <sqlite3.h>

static int is_told;

__attribute__((constructor)) static void tell_sqlite(void) {
    is_told = sqlite3_config(SQLITE_CONFIG_URI, 1) == SQLITE_OK;
}

int sqlite_reads_uris(void) { return is_told; }
