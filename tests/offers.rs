//! What is offered where an old text is no unit of the new article any more: folders of edits in eight languages, with the old
//! texts that a person wants to see beside new ones.

use std::fs;
use std::path::Path;

use tarjuman::base::Fingerprint;
use tarjuman::engine::align::{AlignUnit, Attachment, align};
use tarjuman::format::markdown::{HtmlBlocks, ReadOptions, read};
use tarjuman::model::{Flavour, Role, flatten};

/// The units of an article: what they are, and their texts.
fn units(text: &str) -> Vec<(Role, String)> {
    let options = ReadOptions { flavour: Flavour::Markdown, front_matter: Vec::new(), html_blocks: HtmlBlocks::Carry };
    let article = read(text, &options).article;
    article.units.iter().map(|unit| (unit.role.clone(), flatten(&unit.content, &unit.placeables))).collect()
}

fn aligned(units: &[(Role, String)]) -> Vec<AlignUnit<'_>> {
    units.iter().map(|(role, text)| AlignUnit { role, text, fingerprint: Fingerprint::of(text) }).collect()
}

/// Lines `OLD => NEW`, counted from 1.
fn wanted(text: &str) -> Vec<(usize, usize)> {
    let number = |text: &str| text.trim().parse::<usize>().unwrap() - 1;
    text.lines()
        .filter(|line| !line.starts_with('#'))
        .filter_map(|line| line.split_once(" => "))
        .map(|(old, new)| (number(old), number(new)))
        .collect()
}

#[test]
fn old_texts_stand_beside_the_new_ones_that_people_want_them_beside() {
    let folder = Path::new(env!("CARGO_MANIFEST_DIR")).join("tests/offers");
    let mut folders: Vec<_> = fs::read_dir(folder).unwrap().map(|entry| entry.unwrap().path()).collect();
    folders.sort();
    let (mut offers, mut right, mut all, mut found, mut misplaced) = (0, 0, 0, 0, 0);
    for folder in &folders {
        let text = |name: &str| fs::read_to_string(folder.join(name)).unwrap();
        let (old, new, wanted) = (units(&text("old.md")), units(&text("new.md")), wanted(&text("offers.txt")));
        let alignment = align(&aligned(&old), &aligned(&new));
        let mut in_view: Vec<(usize, usize)> = alignment.offers.iter().map(|offer| (offer.old, offer.new)).collect();
        for side in [|offer: &(usize, usize)| offer.0, |offer: &(usize, usize)| offer.1] {
            let most = in_view.iter().map(|offer| in_view.iter().filter(|other| side(other) == side(offer)).count()).max();
            assert!(most.unwrap_or(0) <= 2, "{}: a unit has more than two offers", folder.display());
        }
        offers += in_view.len();
        right += in_view.iter().filter(|offer| wanted.contains(offer)).count();
        for (at, attachment) in alignment.new.iter().enumerate() {
            if let Attachment::Edited { old, .. } | Attachment::SplitFrom { old } = attachment {
                misplaced += usize::from(!wanted.contains(&(*old, at)));
                in_view.push((*old, at));
            }
        }
        all += wanted.len();
        found += wanted.iter().filter(|pair| in_view.contains(pair)).count();
        for pair in wanted.iter().filter(|pair| !in_view.contains(pair)) {
            println!("{}: old unit {} is not in view beside new unit {}", folder.display(), pair.0 + 1, pair.1 + 1);
        }
    }
    println!("{} edits: {right} of {offers} offers are wanted, {found} of {all} old texts are in view", folders.len());
    assert!(folders.len() >= 40, "{}", folders.len());
    assert_eq!(misplaced, 0, "units that go on in another text than people want");
    assert!(right * 20 >= offers * 19, "{right} of {offers}");
    assert!(found * 10 >= all * 9, "{found} of {all}");
    assert!(offers >= 40, "{offers}");
}
