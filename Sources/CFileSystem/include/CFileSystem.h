#pragma once

/// The kind of file system that holds `path`: `f_type` of statfs(2), or 0 when it cannot be told.
/// Swift's Glibc module leaves <sys/vfs.h> out.
unsigned int file_system_magic(const char *path);
