//! An allocator that counts what each thread holds, so that the memory a case needs is known to the byte.

use std::alloc::{GlobalAlloc, Layout, System};
use std::cell::Cell;

thread_local! {
    static HELD: Cell<isize> = const { Cell::new(0) };
    static PEAK: Cell<isize> = const { Cell::new(0) };
}

/// The system's allocator with a counter for each thread.
pub struct Gauge;

/// Forgets what the thread has needed so far: what it holds from now on is counted.
pub fn reset() {
    HELD.set(0);
    PEAK.set(0);
}

/// The most bytes that the thread has held at once since the last reset.
pub fn peak() -> usize {
    usize::try_from(PEAK.get()).unwrap_or(0)
}

fn count(bytes: isize) {
    // A thread that is ending has no counters any more, and nobody asks for them.
    let _ = HELD.try_with(|held| {
        held.set(held.get() + bytes);
        let _ = PEAK.try_with(|peak| peak.set(peak.get().max(held.get())));
    });
}

// Each call does what the system's allocator does; only the counting is added.
unsafe impl GlobalAlloc for Gauge {
    unsafe fn alloc(&self, layout: Layout) -> *mut u8 {
        count(layout.size().cast_signed());
        unsafe { System.alloc(layout) }
    }

    unsafe fn dealloc(&self, at: *mut u8, layout: Layout) {
        count(-layout.size().cast_signed());
        unsafe { System.dealloc(at, layout) }
    }

    unsafe fn realloc(&self, at: *mut u8, layout: Layout, size: usize) -> *mut u8 {
        count(size.cast_signed() - layout.size().cast_signed());
        unsafe { System.realloc(at, layout, size) }
    }
}

#[test]
fn the_peak_of_a_thread_is_counted() {
    reset();
    let large = vec![1u8; 300_000];
    drop(large);
    let small = vec![1u8; 10];
    let peak = peak();
    assert!((300_000..310_000).contains(&peak), "{peak} with {small:?}");
}
