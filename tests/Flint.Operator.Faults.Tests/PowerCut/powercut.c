/*
 * A disk that a test can cut the power of, and fill up. Loaded before libc (LD_PRELOAD) into the process that writes.
 *
 * Power cut: of every file in POWERCUT_FOLDER a shadow in POWERCUT_SHADOW is kept that holds only what was synced: it is
 * copied when fsync or fdatasync returns, whole and by rename, so that a kill at any moment leaves the shadow of one sync.
 * What a process wrote and did not sync is not in the shadow, as it is not on a disk that lost its power. A size that was
 * set and not synced is not either. Removing and renaming count at once: both are legal outcomes.
 *
 * Full disk: while the file POWERCUT_FULL names is there, every write into POWERCUT_FOLDER fails with ENOSPC.
 */
#define _GNU_SOURCE
#include <dlfcn.h>
#include <errno.h>
#include <fcntl.h>
#include <limits.h>
#include <pthread.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>
#include <sys/types.h>
#include <unistd.h>

static pthread_mutex_t copying = PTHREAD_MUTEX_INITIALIZER;

static void *next(const char *name) { return dlsym(RTLD_NEXT, name); }

/* The name of a watched file, or NULL. The log's index (-shm) is shared memory: no disk is expected to keep it. */
static const char *watched(const char *path)
{
    const char *folder = getenv("POWERCUT_FOLDER");
    size_t length = folder ? strlen(folder) : 0;
    if (!length || strncmp(path, folder, length) != 0 || path[length] != '/')
        return NULL;
    const char *name = path + length + 1;
    size_t size = strlen(name);
    if (!size || strchr(name, '/') || (size > 4 && !strcmp(name + size - 4, "-shm")))
        return NULL;
    return name;
}

static int path_of(int fd, char *path)
{
    char link[64];
    snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
    ssize_t length = readlink(link, path, PATH_MAX - 1);
    if (length <= 0)
        return 0;
    path[length] = 0;
    return 1;
}

static int shadow_of(const char *name, const char *suffix, char *path)
{
    const char *folder = getenv("POWERCUT_SHADOW");
    return folder && snprintf(path, PATH_MAX, "%s/%s%s", folder, name, suffix) < PATH_MAX;
}

/* Read through the caller's own descriptor: opening the file once more and closing it would drop SQLite's locks on it. */
static void copy(int from, const char *name)
{
    char draft[PATH_MAX], shadow[PATH_MAX];
    if (!shadow_of(name, ".draft", draft) || !shadow_of(name, "", shadow))
        return;
    static char buffer[1 << 16];
    ssize_t (*write_)(int, const void *, size_t) = next("write");
    pthread_mutex_lock(&copying);
    int to = open(draft, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC, 0600);
    int whole = to >= 0;
    off_t at = 0;
    for (ssize_t got; whole && (got = pread(from, buffer, sizeof buffer, at)) > 0; at += got)
        whole = write_(to, buffer, (size_t)got) == got;
    if (to >= 0)
        close(to);
    if (!whole || rename(draft, shadow) != 0)
        abort();
    pthread_mutex_unlock(&copying);
}

static int synced(int result, int fd)
{
    int kept = errno;
    char path[PATH_MAX];
    struct stat status;
    const char *name;
    if (result == 0 && fstat(fd, &status) == 0 && S_ISREG(status.st_mode) && path_of(fd, path) && (name = watched(path)))
        copy(fd, name);
    errno = kept;
    return result;
}

int fsync(int fd)
{
    int (*real)(int) = next("fsync");
    return synced(real(fd), fd);
}

int fdatasync(int fd)
{
    int (*real)(int) = next("fdatasync");
    return synced(real(fd), fd);
}

int unlink(const char *path)
{
    int (*real)(const char *) = next("unlink");
    char shadow[PATH_MAX];
    const char *name = watched(path);
    int result = real(path);
    if (result == 0 && name && shadow_of(name, "", shadow))
        real(shadow);
    return result;
}

int rename(const char *from, const char *to)
{
    int (*real)(const char *, const char *) = next("rename");
    char before[PATH_MAX], after[PATH_MAX];
    const char *old = watched(from), *new = watched(to);
    int result = real(from, to);
    if (result == 0 && old && new && shadow_of(old, "", before) && shadow_of(new, "", after))
        real(before, after);
    return result;
}

static int is_full(int fd)
{
    const char *sign = getenv("POWERCUT_FULL");
    char path[PATH_MAX];
    return sign && access(sign, F_OK) == 0 && path_of(fd, path) && watched(path);
}

static ssize_t no_room(void)
{
    errno = ENOSPC;
    return -1;
}

ssize_t write(int fd, const void *bytes, size_t count)
{
    ssize_t (*real)(int, const void *, size_t) = next("write");
    return is_full(fd) ? no_room() : real(fd, bytes, count);
}

ssize_t pwrite(int fd, const void *bytes, size_t count, off_t at)
{
    ssize_t (*real)(int, const void *, size_t, off_t) = next("pwrite");
    return is_full(fd) ? no_room() : real(fd, bytes, count, at);
}

ssize_t pwrite64(int fd, const void *bytes, size_t count, off64_t at)
{
    ssize_t (*real)(int, const void *, size_t, off64_t) = next("pwrite64");
    return is_full(fd) ? no_room() : real(fd, bytes, count, at);
}
