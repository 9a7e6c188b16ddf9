//! `tarjuman glossary`: one file for each of its verbs.

mod add;
mod apply;
mod check;
mod dispatch;
mod exchange;
mod find;
mod impact;
mod list;
mod rename;
mod suggest;

pub use dispatch::run;
