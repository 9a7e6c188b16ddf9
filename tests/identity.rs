//! Names given at birth.

use std::collections::BTreeSet;

use tarjuman::base::Fingerprint;
use tarjuman::engine::identity::name;
use tarjuman::model::Role;

fn born(role: &Role, text: &str) -> String {
    name(role, text, Fingerprint::of(text), &|_| false).as_str().to_owned()
}

#[test]
fn an_id_is_prefix_first_words_and_suffix() {
    let cases = [
        (Role::Paragraph, "Since their return to power, the Taliban", "p-since-their-return-to"),
        (Role::Heading(2), "Background", "h-background"),
        (Role::ListItem, "**Russia’s** [embassy](https://e.org/x) in `kabul`", "li-russias-embassy-in-kabul"),
        (Role::Cell, "2,000 people", "td-2000-people"),
        (Role::Quote, "Café über naïve", "q-cafe-uber-naive"),
        (Role::Paragraph, "Москва и Кабул", "p"),
        (Role::Paragraph, "Москва OPEC Кабул 2025", "p-opec-2025"),
        (Role::Paragraph, "See https://e.org/a/b for <b>more</b> [news][1].[^2]", "p-see-for-more-news"),
        (Role::Footnote, "snake_case and kebab-case", "fn-snake-case-and-kebab"),
        (Role::FrontMatter("description".to_owned()), "1. First things", "fm-1-first-things"),
        (Role::Alt, "", "alt"),
        (Role::Caption, "First line,\\\nsecond", "cap-first-line-second"),
    ];
    for (role, text, start) in cases {
        assert_eq!(born(&role, text), format!("{start}-{}", Fingerprint::of(text).suffix()), "{text}");
    }
}

#[test]
fn a_singular_role_has_its_bare_name_while_that_is_free() {
    assert_eq!(born(&Role::Title, "Russia recognises"), "title");
    let text = "Russia recognises";
    let second = name(&Role::Title, text, Fingerprint::of(text), &|id| id == "title");
    assert_eq!(second.as_str(), format!("title-russia-recognises-{}", Fingerprint::of(text).suffix()));
}

#[test]
fn identical_texts_are_told_apart_by_an_ordinal() {
    let mut taken = BTreeSet::new();
    let ids: Vec<String> = (0..3)
        .map(|_| {
            let id = name(&Role::Cell, "Yes", Fingerprint::of("Yes"), &|id| taken.contains(id)).as_str().to_owned();
            taken.insert(id.clone());
            id
        })
        .collect();
    let base = born(&Role::Cell, "Yes");
    assert_eq!(ids, [base.clone(), format!("{base}-2"), format!("{base}-3")]);
}

#[test]
fn an_id_is_never_longer_than_sixty_characters() {
    let long = "Donaudampfschifffahrtsgesellschaft ".repeat(6);
    for role in [Role::Title, Role::Standfirst, Role::Paragraph, Role::FrontMatter("x".to_owned())] {
        let id = name(&role, &long, Fingerprint::of(&long), &|id| !id.ends_with("-99") && !id.ends_with("-9999"));
        assert!(id.as_str().len() <= 60, "{id}");
    }
    assert!(born(&Role::Paragraph, &"a".repeat(500)).len() <= 60);
}
