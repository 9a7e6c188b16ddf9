//! `tarjuman glossary`: one file for each of its verbs.

mod add;
mod apply;
mod dispatch;
mod find;
mod impact;
mod list;
mod rename;

pub use dispatch::run;
