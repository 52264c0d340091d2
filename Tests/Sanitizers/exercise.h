#pragma once

#include <stdbool.h>

/// Ends the program with words where something is not as the headers say.
void expect(bool holds, const char *words);

/// What does not belong to a terminal: the machine, the kernel's keyring, SQLite's settings and the facts of a build.
void exercise_machine(void);
