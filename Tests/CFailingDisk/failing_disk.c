#include "CFailingDisk.h"

#include <pthread.h>
#include <sqlite3.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

// MARK: - What is remembered of the minded files

enum { most_files = 16, path_length = 1024 };

/// A change since the last sync; `length` is -1 for a truncation to `offset`.
typedef struct {
    sqlite3_int64 offset;
    int length;
    unsigned char *bytes;
} Change;

typedef struct {
    char path[path_length];
    unsigned char *synced;
    sqlite3_int64 size;
    Change *changes;
    int count;
    bool is_gone;
} Minded;

static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;
static Minded files[most_files];
static int file_count;
static char minded_folder[path_length], cut_into[path_length];
static int calls, failing_call, failing_code, cutting_call;
static bool fails_on, is_done_though, was_cut;
static unsigned cut_kept;
static sqlite3_vfs *usual;

static bool is_minded(const char *path) {
    size_t length = strlen(minded_folder);
    return path && length > 0 && strncmp(path, minded_folder, length) == 0 && !strstr(path, "-shm");
}

static void forget_changes(Minded *file) {
    for (int i = 0; i < file->count; i++) free(file->changes[i].bytes);
    free(file->changes);
    file->changes = NULL;
    file->count = 0;
}

/// The memory of a file; what lies on the disk when it is first seen counts as synced.
static Minded *minded(const char *path) {
    for (int i = 0; i < file_count; i++) {
        if (strcmp(files[i].path, path) == 0) return &files[i];
    }
    if (file_count == most_files || strlen(path) >= path_length) abort();
    Minded *file = &files[file_count++];
    memset(file, 0, sizeof *file);
    strcpy(file->path, path);
    FILE *stream = fopen(path, "rb");
    if (stream) {
        fseek(stream, 0, SEEK_END);
        file->size = ftell(stream);
        rewind(stream);
        file->synced = malloc((size_t)file->size + 1);
        if (fread(file->synced, 1, (size_t)file->size, stream) != (size_t)file->size) abort();
        fclose(stream);
    }
    return file;
}

static void apply(Minded *file, const Change *change, int length) {
    sqlite3_int64 end = change->length < 0 ? change->offset : change->offset + length;
    if (change->length < 0) {
        if (end < file->size) file->size = end;
        return;
    }
    if (end > file->size) {
        file->synced = realloc(file->synced, (size_t)end + 1);
        memset(file->synced + file->size, 0, (size_t)(end - file->size));
        file->size = end;
    }
    memcpy(file->synced + change->offset, change->bytes, (size_t)length);
}

static void note(const char *path, sqlite3_int64 offset, const void *bytes, int length) {
    Minded *file = minded(path);
    file->is_gone = false;
    file->changes = realloc(file->changes, sizeof(Change) * (size_t)(file->count + 1));
    Change *change = &file->changes[file->count++];
    change->offset = offset;
    change->length = length;
    change->bytes = length > 0 ? malloc((size_t)length) : NULL;
    if (length > 0) memcpy(change->bytes, bytes, (size_t)length);
}

static void note_sync(const char *path) {
    Minded *file = minded(path);
    for (int i = 0; i < file->count; i++) apply(file, &file->changes[i], file->changes[i].length);
    forget_changes(file);
}

static void note_deletion(const char *path) {
    Minded *file = minded(path);
    forget_changes(file);
    free(file->synced);
    file->synced = NULL;
    file->size = 0;
    file->is_gone = true;
}

static unsigned next_chance(unsigned *state) {
    *state = *state * 1664525u + 1013904223u;
    return *state >> 16;
}

static bool cut(const char *folder, unsigned kept) {
    unsigned chance = kept * 2654435761u;
    for (int i = 0; i < file_count; i++) {
        if (files[i].is_gone) continue;
        Minded left = files[i];
        left.synced = malloc((size_t)left.size + 1);
        if (left.size > 0) memcpy(left.synced, files[i].synced, (size_t)left.size);
        for (int j = 0; kept != 0 && j < left.count; j++) {
            // Left out, kept as a whole, or torn at some byte.
            unsigned fate = next_chance(&chance) % 4;
            int length = left.changes[j].length;
            if (fate == 0) continue;
            if (fate == 1 && length > 0) length = (int)(next_chance(&chance) % (unsigned)length);
            apply(&left, &left.changes[j], length);
        }
        char path[2 * path_length];
        snprintf(path, sizeof path, "%s/%s", folder, strrchr(left.path, '/') + 1);
        FILE *stream = fopen(path, "wb");
        if (!stream || fwrite(left.synced, 1, (size_t)left.size, stream) != (size_t)left.size) return false;
        fclose(stream);
        free(left.synced);
    }
    return true;
}

/// Counts a call. Returns the result with which it fails, or SQLITE_OK.
static int count_call(void) {
    calls++;
    if (calls == cutting_call) was_cut = cut(cut_into, cut_kept);
    bool fails = failing_call > 0 && (calls == failing_call || (fails_on && calls > failing_call));
    return fails ? failing_code : SQLITE_OK;
}

// MARK: - The shim

typedef struct {
    sqlite3_file base;
    char path[path_length];
    bool minded;
    sqlite3_file *real;
} Shim;

#define REAL(file) (((Shim *)(file))->real)
#define PASS(name, ...) REAL(file)->pMethods->name(REAL(file), ##__VA_ARGS__)

static int shim_close(sqlite3_file *file) {
    int result = REAL(file)->pMethods ? PASS(xClose) : SQLITE_OK;
    free(REAL(file));
    return result;
}

static int shim_read(sqlite3_file *file, void *bytes, int count, sqlite3_int64 offset) {
    return PASS(xRead, bytes, count, offset);
}

static int shim_write(sqlite3_file *file, const void *bytes, int count, sqlite3_int64 offset) {
    Shim *shim = (Shim *)file;
    if (!shim->minded) return PASS(xWrite, bytes, count, offset);
    pthread_mutex_lock(&lock);
    int failure = is_minded(shim->path) ? count_call() : SQLITE_OK;
    bool happens = failure == SQLITE_OK || is_done_though;
    if (happens && is_minded(shim->path)) note(shim->path, offset, bytes, count);
    pthread_mutex_unlock(&lock);
    int result = happens ? PASS(xWrite, bytes, count, offset) : SQLITE_OK;
    return failure != SQLITE_OK ? failure : result;
}

static int shim_truncate(sqlite3_file *file, sqlite3_int64 size) {
    Shim *shim = (Shim *)file;
    if (!shim->minded) return PASS(xTruncate, size);
    pthread_mutex_lock(&lock);
    int failure = is_minded(shim->path) ? count_call() : SQLITE_OK;
    bool happens = failure == SQLITE_OK || is_done_though;
    if (happens && is_minded(shim->path)) note(shim->path, size, NULL, -1);
    pthread_mutex_unlock(&lock);
    int result = happens ? PASS(xTruncate, size) : SQLITE_OK;
    return failure != SQLITE_OK ? failure : result;
}

static int shim_sync(sqlite3_file *file, int flags) {
    Shim *shim = (Shim *)file;
    if (!shim->minded) return PASS(xSync, flags);
    pthread_mutex_lock(&lock);
    int failure = is_minded(shim->path) ? count_call() : SQLITE_OK;
    bool happens = failure == SQLITE_OK || is_done_though;
    if (happens && is_minded(shim->path)) note_sync(shim->path);
    pthread_mutex_unlock(&lock);
    // What survives a power cut is what is remembered here: the real disk need not be waited for.
    return failure;
}

static int shim_size(sqlite3_file *file, sqlite3_int64 *size) { return PASS(xFileSize, size); }
static int shim_lock(sqlite3_file *file, int level) { return PASS(xLock, level); }
static int shim_unlock(sqlite3_file *file, int level) { return PASS(xUnlock, level); }
static int shim_reserved(sqlite3_file *file, int *held) { return PASS(xCheckReservedLock, held); }
static int shim_control(sqlite3_file *file, int operation, void *argument) {
    return PASS(xFileControl, operation, argument);
}
static int shim_sector(sqlite3_file *file) { return PASS(xSectorSize); }

/// No promise of the real disk's counts: a write may be torn, and writes may change places.
static int shim_traits(sqlite3_file *file) {
    return ((Shim *)file)->minded ? 0 : PASS(xDeviceCharacteristics);
}

static int shim_map(sqlite3_file *file, int region, int size, int extend, void volatile **memory) {
    return PASS(xShmMap, region, size, extend, memory);
}
static int shim_shared_lock(sqlite3_file *file, int offset, int count, int flags) {
    return PASS(xShmLock, offset, count, flags);
}
static void shim_barrier(sqlite3_file *file) { PASS(xShmBarrier); }
static int shim_unmap(sqlite3_file *file, int delete) { return PASS(xShmUnmap, delete); }

static const sqlite3_io_methods shim_methods = {
    .iVersion = 2, .xClose = shim_close, .xRead = shim_read, .xWrite = shim_write, .xTruncate = shim_truncate,
    .xSync = shim_sync, .xFileSize = shim_size, .xLock = shim_lock, .xUnlock = shim_unlock,
    .xCheckReservedLock = shim_reserved, .xFileControl = shim_control, .xSectorSize = shim_sector,
    .xDeviceCharacteristics = shim_traits, .xShmMap = shim_map, .xShmLock = shim_shared_lock,
    .xShmBarrier = shim_barrier, .xShmUnmap = shim_unmap,
};

static int shim_open(sqlite3_vfs *vfs, const char *path, sqlite3_file *file, int flags, int *found) {
    (void)vfs;
    Shim *shim = (Shim *)file;
    memset(shim, 0, sizeof *shim);
    shim->real = calloc(1, (size_t)usual->szOsFile);
    int result = usual->xOpen(usual, path, shim->real, flags, found);
    if (result != SQLITE_OK) {
        if (shim->real->pMethods) shim->real->pMethods->xClose(shim->real);
        free(shim->real);
        return result;
    }
    shim->base.pMethods = &shim_methods;
    pthread_mutex_lock(&lock);
    if (is_minded(path) && strlen(path) < path_length) {
        shim->minded = true;
        strcpy(shim->path, path);
        minded(path)->is_gone = false;
    }
    pthread_mutex_unlock(&lock);
    return SQLITE_OK;
}

static int shim_delete(sqlite3_vfs *vfs, const char *path, int sync) {
    (void)vfs;
    pthread_mutex_lock(&lock);
    int failure = is_minded(path) ? count_call() : SQLITE_OK;
    bool happens = failure == SQLITE_OK || is_done_though;
    if (happens && is_minded(path)) note_deletion(path);
    pthread_mutex_unlock(&lock);
    int result = happens ? usual->xDelete(usual, path, sync && !is_minded(path)) : SQLITE_OK;
    return failure != SQLITE_OK ? SQLITE_IOERR_DELETE : result;
}

static sqlite3_vfs shim_vfs;

static void install(void) {
    usual = sqlite3_vfs_find(NULL);
    shim_vfs = *usual;
    shim_vfs.zName = "failing-disk";
    shim_vfs.pNext = NULL;
    shim_vfs.szOsFile = sizeof(Shim);
    shim_vfs.xOpen = shim_open;
    shim_vfs.xDelete = shim_delete;
    sqlite3_vfs_register(&shim_vfs, 1);
}

int failing_disk_install(void) {
    static pthread_once_t once = PTHREAD_ONCE_INIT;
    int result = sqlite3_initialize();
    if (result == SQLITE_OK) pthread_once(&once, install);
    return result;
}

// MARK: - Plans

void failing_disk_begin(
    const char *folder, int fail_at, int code, bool lasting, bool is_done, int cut_at, const char *cut_folder,
    unsigned kept
) {
    pthread_mutex_lock(&lock);
    snprintf(minded_folder, sizeof minded_folder, "%s", folder);
    snprintf(cut_into, sizeof cut_into, "%s", cut_folder);
    for (int i = 0; i < file_count; i++) {
        forget_changes(&files[i]);
        free(files[i].synced);
    }
    file_count = calls = 0;
    failing_call = fail_at;
    failing_code = code;
    fails_on = lasting;
    is_done_though = is_done;
    cutting_call = cut_at;
    cut_kept = kept;
    was_cut = false;
    pthread_mutex_unlock(&lock);
}

int failing_disk_calls(void) {
    pthread_mutex_lock(&lock);
    int count = calls;
    pthread_mutex_unlock(&lock);
    return count;
}

bool failing_disk_was_cut(void) {
    pthread_mutex_lock(&lock);
    bool happened = was_cut;
    pthread_mutex_unlock(&lock);
    return happened;
}

bool failing_disk_cut(const char *cut_folder, unsigned kept) {
    pthread_mutex_lock(&lock);
    bool is_written = cut(cut_folder, kept);
    pthread_mutex_unlock(&lock);
    return is_written;
}

void failing_disk_end(void) {
    pthread_mutex_lock(&lock);
    minded_folder[0] = 0;
    pthread_mutex_unlock(&lock);
}
