#pragma once

/// The kind of file system that holds `path`: `f_type` of statfs(2), or 0 when it cannot be told.
/// Swift's Glibc module leaves <sys/vfs.h> out.
unsigned int file_system_magic(const char *path);

/// Says of an open file that this program made it for the time being (an extended attribute of its own), as far as its
/// file system takes that down. Swift's Glibc module leaves <sys/xattr.h> out.
void mark_as_part(int descriptor);

/// Takes that back.
void unmark_as_part(int descriptor);

/// Whether an open file was marked like that; 0 also where the file system keeps no such marks.
int is_marked_as_part(int descriptor);
