//! Long work that lets others work in between, so that a page answers while a large dataset is opened.

use std::pin::{Pin, pin};
use std::task::{Context, Poll, Waker};

/// Gives others a turn: long work awaits it between its slices. One that is ready at once makes it one piece of work.
pub type Yield<'a> = &'a dyn Fn() -> Pin<Box<dyn Future<Output = ()>>>;

/// Runs work that never yields.
pub(crate) fn block_on_ready<T>(work: impl Future<Output = T>) -> T {
    let mut work = pin!(work);
    loop {
        if let Poll::Ready(done) = work.as_mut().poll(&mut Context::from_waker(Waker::noop())) {
            return done;
        }
    }
}

/// Gives nobody a turn.
pub(crate) fn never_yield() -> Pin<Box<dyn Future<Output = ()>>> {
    Box::pin(std::future::ready(()))
}
