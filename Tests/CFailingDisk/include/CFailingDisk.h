/// A disk below SQLite that fails when it is told to, and that knows what a power cut would leave of its files.
///
/// A VFS shim over the usual one. It minds the files of one folder and passes all others by, so that other tests of the
/// same process are not disturbed. One plan at a time.
#pragma once

#include <stdbool.h>

/// Makes the shim the VFS that new connections use. Calls after the first do nothing. Returns SQLite's result.
int failing_disk_install(void);

/// Begins a plan for the files below `folder`.
///
/// - fail_at: the number of the write, sync, truncation or deletion that fails, from 1; 0 for none.
/// - code: with which SQLite result it fails.
/// - lasting: all that follow fail too.
/// - is_done: what is said to have failed is carried out all the same, as by a network disk whose answer is lost.
/// - cut_at: before that call the power is cut, as `failing_disk_cut` says; 0 for never.
/// - cut_folder, kept: as in `failing_disk_cut`.
void failing_disk_begin(
    const char *folder, int fail_at, int code, bool lasting, bool is_done, int cut_at, const char *cut_folder,
    unsigned kept);

/// Writes, syncs, truncations and deletions that the plan has seen.
int failing_disk_calls(void);

/// Whether the plan's power cut has happened.
bool failing_disk_was_cut(void);

/// Writes into `cut_folder`, which exists, what a power cut would leave now: each file as it was synced last, with some of
/// the writes since.
///
/// - kept: chooses them. 0 keeps none; any other number keeps each by chance, and tears one in two.
/// Returns false where a file could not be written.
bool failing_disk_cut(const char *cut_folder, unsigned kept);

/// Ends the plan.
void failing_disk_end(void);
