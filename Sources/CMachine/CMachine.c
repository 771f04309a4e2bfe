#define _GNU_SOURCE
#include "CMachine.h"

#if defined(__linux__)
// Says which C library it is.
#include <features.h>
#endif

#if defined(__GLIBC__)

#include <malloc.h>
#include <pthread.h>
#include <sched.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <unistd.h>

static const size_t megabyte = (size_t)1 << 20;

/// The size of a large page, or near it: where they are larger or smaller, less is won.
static const size_t large_page = (size_t)2 << 20;

/// What a thread's heap is put down in: glibc's HEAP_MAX_SIZE where pointers have 64 bits.
static const size_t heap_span = (size_t)64 << 20;

/// Allocates what is never touched nor given back, so that it takes up no memory: what is allocated from now
/// on lies behind it. Says where it begins, or 0.
static uintptr_t pass_over(size_t size) {
    static _Thread_local void *volatile passed_over;
    passed_over = malloc(size);
    return (uintptr_t)passed_over;
}

/// Has the heap between two places go on in large pages, which are not to be had where a small one has been
/// touched.
static void go_on_in_large_pages(uintptr_t start, uintptr_t end) {
    uintptr_t page = (uintptr_t)sysconf(_SC_PAGESIZE);
    start = (start + page - 1) & ~(page - 1);
    if (start < end && madvise((void *)start, end - start, MADV_HUGEPAGE) == 0) pass_over(large_page);
}

void machine_take_memory_in_large_pieces(void) {
    mallopt(M_TOP_PAD, 32 * megabyte);
    mallopt(M_TRIM_THRESHOLD, 256 * megabyte);
    mallopt(M_MMAP_THRESHOLD, 16 * megabyte);
    // There is no room for so much, so that the heap grows, by as much as was set.
    uintptr_t grown = pass_over(megabyte);
    if (grown != 0) go_on_in_large_pages(grown, (uintptr_t)sbrk(0));
}

void machine_take_own_memory_in_large_pages(void) {
    static _Thread_local bool is_done = false;
    if (is_done) return;
    is_done = true;
    uintptr_t piece = pass_over(1);
    uintptr_t heap = piece & ~(heap_span - 1);
    // A thread without a heap of its own has its pieces below the end of the common one.
    if (piece > (uintptr_t)sbrk(0)) go_on_in_large_pages(heap, heap + heap_span);
}

struct errand {
    void (*work)(void *);
    void *argument;
    cpu_set_t cores;
};

static void *run(void *argument) {
    struct errand errand = *(struct errand *)argument;
    free(argument);
    // From now on it may go where it likes, with all that it begins.
    sched_setaffinity(0, sizeof errand.cores, &errand.cores);
    machine_take_own_memory_in_large_pages();
    errand.work(errand.argument);
    return NULL;
}

bool machine_begin_on_other_core(void (*work)(void *), void *argument) {
    struct errand *errand = malloc(sizeof *errand);
    if (errand == NULL) return false;
    errand->work = work;
    errand->argument = argument;
    int current = sched_getcpu();
    bool is_begun = false;
    pthread_attr_t attributes;
    if (current >= 0 && sched_getaffinity(0, sizeof errand->cores, &errand->cores) == 0
        && pthread_attr_init(&attributes) == 0) {
        cpu_set_t others = errand->cores;
        CPU_CLR(current, &others);
        pthread_t thread;
        is_begun = CPU_COUNT(&others) > 0
            && pthread_attr_setaffinity_np(&attributes, sizeof others, &others) == 0
            && pthread_attr_setdetachstate(&attributes, PTHREAD_CREATE_DETACHED) == 0
            && pthread_create(&thread, &attributes, run, errand) == 0;
        pthread_attr_destroy(&attributes);
    }
    if (!is_begun) free(errand);
    return is_begun;
}

#else

void machine_take_memory_in_large_pieces(void) {}

void machine_take_own_memory_in_large_pages(void) {}

bool machine_begin_on_other_core(void (*work)(void *), void *argument) { return false; }

#endif
