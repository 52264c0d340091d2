#pragma once

#include <stddef.h>

/// The key `description` of this login's session keyring (add_key(2), keyctl(2)), without libkeyutils.
/// Each gives -1 with `errno` set where the kernel or what surrounds this process refuses it (ENOSYS, EPERM, EACCES).

/// Keeps `count` bytes for `seconds`, in place of what was kept under that name.
int keyring_keep(const char *description, const void *bytes, size_t count, unsigned int seconds);

/// Puts the bytes into `buffer` and gives how many there are; -1 with ENOKEY where none are kept or their time is over.
long keyring_read(const char *description, void *buffer, size_t count);

/// Takes the key out of the keyring.
int keyring_forget(const char *description);

/// No core file, and no other process of the same person reads this one's memory (prctl(2), setrlimit(2)).
void keyring_close_memory(void);
