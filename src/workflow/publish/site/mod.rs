//! The site: one page per article and locale, and what leads to them.
//!
//! A page is rendered twice. `page` makes it from the localized article and a template; what depends on which other pages are
//! out (`region`: alternates, switcher, notice, and the linked data in `data`; links in `links`) is filled in afterwards, so
//! that a page whose text stays as it is can still name its new siblings. Indexes, feeds and the sitemap (`lists`, `feed`,
//! `sitemap`) follow from the records of what is out alone.

mod changes;
mod data;
mod dates;
mod draft;
mod earlier;
mod feed;
mod fields;
mod heat_map;
mod languages;
mod links;
mod lists;
mod notice;
mod overrides;
mod page;
mod region;
mod siblings;
mod sitemap;
mod templates;
mod words;

pub(super) use earlier::{earlier_places, find_assets, lead_away};
pub(super) use fields::{Fields, output};
pub use heat_map::HeatMap;
pub(super) use languages::dir;
pub(super) use links::{Assets, Uses, find_article};
pub(super) use lists::Live;
pub(super) use notice::Notice;
pub(super) use page::{Piece, Site};
