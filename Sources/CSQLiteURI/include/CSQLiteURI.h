#pragma once

/// Whether SQLite takes a path that begins with `file:` for a URI with parameters, such as `immutable=1`.
///
/// It has to be told before it is used for the first time, which GRDB does not do: this is done before `main`. Paths
/// that begin with a slash, which are all others of the program, mean what they did.
int sqlite_reads_uris(void);
