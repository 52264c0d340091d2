/// Terminal devices, and pipes that no program started at the same moment inherits; Swift's Glibc module offers neither.
#pragma once

#include <spawn.h>
#include <stddef.h>

/// Opens a new terminal and writes the path of its program's end into `path`.
/// Returns the person's end, non-blocking and closed on exec, or -1 with `errno` set.
int cpt_open(char *path, size_t length);

/// Opens a pipe that is closed on exec: `ends[0]` to read, `ends[1]` to write. Returns 0, or -1 with `errno` set.
int cpt_pipe(int ends[2]);

/// Lets a program that is started have no descriptor from `first` on. Returns 0, or an error number.
int cpt_close_from(posix_spawn_file_actions_t *actions, int first);

/// A descriptor that can be read as soon as the process has ended, or -1 with `errno` set.
int cpt_process(int pid);
