#ifndef CMACHINE_H
#define CMACHINE_H

#include <stdbool.h>

// What is asked of the machine and its C library where Swift's module of them has no word for it.
// Every one is a wish: where it cannot be granted, nothing else changes.

/// Has memory asked of the system once for much and not often for little, and in large pages where there
/// are such: each first touch of a page takes longer than what is done in it. None of it counts before it
/// is used. To be called once, before other threads are made.
void machine_take_memory_in_large_pieces(void);

/// The same of the pages of the heap that this thread has to itself, if it has one. Asked once more it costs
/// nothing.
void machine_take_own_memory_in_large_pages(void);

/// Begins work in a thread of its own on another core than the one that asks.
///
/// A thread that is merely made often waits behind its maker for thousandths of a second before the system
/// moves it to a core that has nothing to do. Once begun it may go where it likes. `false` where a core
/// cannot be chosen or there is one only; the work is not begun then.
bool machine_begin_on_other_core(void (*_Nonnull work)(void *_Nonnull), void *_Nonnull argument);

#endif
