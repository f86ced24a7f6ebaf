import { execFileSync } from 'node:child_process'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

/** Writes one byte to the file that FLUSH_LOG names whenever a SQLite database or its log is flushed to the disk. */
const source = `
#define _GNU_SOURCE
#include <dlfcn.h>
#include <fcntl.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

static void count(int fd) {
  char link[64], path[4096];
  snprintf(link, sizeof link, "/proc/self/fd/%d", fd);
  ssize_t length = readlink(link, path, sizeof path - 1);
  if (length < 0) return;
  path[length] = 0;
  if (!strstr(path, ".sqlite")) return;
  int log = open(getenv("FLUSH_LOG"), O_WRONLY | O_CREAT | O_APPEND, 0600);
  if (write(log, ".", 1) != 1) abort();
  close(log);
}

int fsync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fsync");
  int result = real(fd);
  if (result == 0) count(fd);
  return result;
}

int fdatasync(int fd) {
  int (*real)(int) = dlsym(RTLD_NEXT, "fdatasync");
  int result = real(fd);
  if (result == 0) count(fd);
  return result;
}
`

/**
 * Compiles the library that, preloaded, counts a process's flushes (Linux).
 *
 * @throws Error saying what to install, where there is no C compiler and none can be installed.
 */
export function compileFlushCounter(folder: string): string {
  const file = join(folder, 'flush-counter.c')
  const library = join(folder, 'flush-counter.so')
  writeFileSync(file, source)
  const compile = (): void => void execFileSync('cc', ['-shared', '-fPIC', '-o', library, file, '-ldl'])
  try {
    compile()
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'ENOENT')) throw error
    installCompiler()
    compile()
  }
  return library
}

function installCompiler(): void {
  try {
    const options = { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } } as const
    execFileSync('apt-get', ['update', '-q'], options)
    execFileSync('apt-get', ['install', '-qy', '--no-install-recommends', 'gcc', 'libc6-dev'], options)
  } catch (cause) {
    throw new Error('Flushes to the disk are counted by a library in C: install a compiler as cc', { cause })
  }
}
