#ifndef C_BUILD_FACTS_H
#define C_BUILD_FACTS_H

#include <stdbool.h>

/// The commit that was built, abbreviated, with `+` behind it for changes that are in none; empty when it was not told.
const char *build_commit(void);

/// The day of that commit, as year-month-day; empty when it was not told.
const char *build_commit_day(void);

/// Whether the program needs no dynamic loader.
bool build_is_static(void);

#endif
