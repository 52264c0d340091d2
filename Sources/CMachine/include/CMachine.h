/// What the program brings along for machines that do not have it, and what has to be settled before Swift's runtime and
/// Foundation start.
///
/// Settled in a constructor, before `main`: without `/proc` the program ends with a sentence (Swift's runtime would abort,
/// or lose the arguments), and a static program keeps the C library from loading plugins of the machine for users and
/// hosts, which belong to another C library and end it.
#pragma once

#include <stdbool.h>
#include <stddef.h>

/// Whether everything is linked in: no dynamic loader has started this program.
bool cm_is_static(void);

/// The terminal's description that is brought along for a name of terminfo(5), or null.
///
/// A value for `TERMINFO` that holds the description itself (`b64:…`, ncurses 6.1 and newer).
const char *cm_terminfo(const char *name);

/// The `index`th name that `cm_terminfo` knows, or null behind the last.
const char *cm_terminfo_name(size_t index);

/// The file `LC_CTYPE` of the locale C.UTF-8 of the C library that the program was built with: 0 bytes where the building
/// machine had none.
const unsigned char *cm_ctype(size_t *size);
