#include "CBuildFacts.h"

#include <sys/auxv.h>

// Package.swift takes both from the environment, where the Makefile puts them: SwiftPM itself tells a program nothing
// of where it was built from. Told as bare tokens, since quotes do not survive every shell on the way.
#ifndef PORTAL_COMMIT
#define PORTAL_COMMIT
#endif
#ifndef PORTAL_COMMIT_DAY
#define PORTAL_COMMIT_DAY
#endif
#define TEXT_OF(tokens) #tokens
#define TEXT(tokens) TEXT_OF(tokens)

const char *build_commit(void) { return TEXT(PORTAL_COMMIT); }

const char *build_commit_day(void) { return TEXT(PORTAL_COMMIT_DAY); }

// The kernel says where it put the loader that the file asks for (getauxval(3)): nowhere, when it asks for none.
bool build_is_static(void) { return getauxval(AT_BASE) == 0; }
