//! Every refusal of a value can be told in every language: the messages against real problems.

use std::collections::BTreeSet;

use fluent_bundle::{FluentArgs, FluentBundle, FluentResource};

use super::*;
use crate::diagnostic::{Argument, Code, Problem};

const MESSAGES: [(&str, &str); 2] = [
    ("th", include_str!("../../../locales/th/diagnostics-values.ftl")),
    ("en", include_str!("../../../locales/en/diagnostics-values.ftl")),
];

/// At least one problem of every code, and of every reason within a code.
fn problems() -> Vec<Problem> {
    let hours = |text| Hours::parse(text).unwrap_err();
    let days = |pairs: &[(&str, &str)]| Hours::from_days(pairs).unwrap_err().problem;
    let repeats = |text: &str| Recurrence::parse(text).unwrap_err();
    let place = |latitude, longitude| Location::new(latitude, longitude, None).unwrap();
    let bounds = Bounds::new(place(15.6, 101.7), place(17.2, 103.3)).unwrap();
    vec![
        Slug::parse("ห้องสมุด").unwrap_err(),
        Id::parse("A B").unwrap_err(),
        parse_date("soon").unwrap_err(),
        parse_date("2026-02-31").unwrap_err(),
        parse_date("2565-04-28").unwrap_err(),
        parse_moment("2022-04-28T25:00").unwrap_err(),
        parse_moment("2022-04-28T14:00Z").unwrap_err(),
        Period::parse("long").unwrap_err(),
        Location::new(200.0, 16.0, None).unwrap_err(),
        place(13.75, 100.5).within(&bounds).unwrap_err(),
        Ages::new(Some(12), Some(7)).unwrap_err(),
        Ages::new(Some(400), None).unwrap_err(),
        Postcode::parse("4000").unwrap_err(),
        Phone::parse("?").unwrap_err(),
        Email::parse("?").unwrap_err(),
        WebAddress::parse("?").unwrap_err(),
        WebAddress::parse("data:x").unwrap_err(),
        LineId::parse("?").unwrap_err(),
        Facebook::parse("?").unwrap_err(),
        Currency::parse("?").unwrap_err(),
        Money::parse("?", Currency::BAHT).unwrap_err(),
        SpokenLanguage::parse("?").unwrap_err(),
        Zone::parse("?").unwrap_err(),
        Tiles::parse("https://tile.example/").unwrap_err(),
        // The check that reads the file names it.
        Outline::parse("?").unwrap_err().text("file", "map.geojson"),
        hours("?"),
        hours("Mo 25:00-26:00"),
        hours("Mo 09:00"),
        hours("Mo 09:00-09:00"),
        hours("Mo[3-1]"),
        hours("easter-3 off"),
        hours(&"Mo,".repeat(1_000)),
        days(&[("mon", "closed"), ("mon", "closed")]),
        days(&[("?", "closed")]),
        repeats("?"),
        repeats(""),
        repeats("FREQ=X"),
        repeats("FREQ=HOURLY"),
        repeats("X=Y;FREQ=DAILY"),
        repeats("FREQ=DAILY;FREQ=DAILY"),
        repeats("FREQ=DAILY;BYHOUR=24"),
        repeats("FREQ=DAILY;BYDAY=X"),
        repeats("FREQ=DAILY;BYDAY=1MO"),
        repeats("FREQ=DAILY;COUNT=1;UNTIL=20270101"),
        repeats("FREQ=DAILY;BYSETPOS=1"),
        repeats("FREQ=DAILY;UNTIL=X"),
        repeats(&"X".repeat(2_000)),
    ]
}

fn arguments(problem: &Problem) -> FluentArgs<'_> {
    let mut arguments = FluentArgs::new();
    for (name, argument) in &problem.arguments {
        match argument {
            Argument::Text(text) => arguments.set(*name, text.as_str()),
            Argument::Number(number) => arguments.set(*name, *number),
            Argument::Message(id) => arguments.set(*name, *id),
            Argument::Choices(choices) => arguments.set(*name, choices.join(", ")),
        }
    }
    arguments
}

#[test]
fn every_problem_has_words_in_both_languages() {
    for (language, text) in MESSAGES {
        let resource = FluentResource::try_new(text.to_owned()).unwrap();
        let told: BTreeSet<String> =
            problems().iter().map(|problem| problem.code.name().to_owned()).collect();
        let ids = text.lines().filter_map(|line| line.split_once(" =").map(|(id, _)| id));
        let written: BTreeSet<String> =
            ids.filter(|id| !id.starts_with([' ', '#'])).map(str::to_owned).collect();
        assert_eq!(told, written, "{language}");

        let mut bundle = FluentBundle::new(vec![language.parse().unwrap()]);
        bundle.set_use_isolating(false);
        bundle.add_resource(resource).unwrap();
        for problem in problems() {
            let message = bundle.get_message(problem.code.name()).unwrap();
            let arguments = arguments(&problem);
            for pattern in [message.value(), message.get_attribute("expected").map(|a| a.value())] {
                let mut errors = Vec::new();
                let told = bundle.format_pattern(pattern.unwrap(), Some(&arguments), &mut errors);
                assert!(errors.is_empty(), "{language} {}: {errors:?}", problem.code);
                assert!(!told.is_empty() && !told.contains('\n'), "{language}: {told}");
            }
        }
    }
}

#[test]
fn every_problem_gives_the_value_first() {
    for problem in problems() {
        assert_eq!(problem.arguments[0].0, "value", "{}", problem.code);
        let mut names: Vec<&str> = problem.arguments.iter().map(|(name, _)| *name).collect();
        names.dedup();
        assert_eq!(names.len(), problem.arguments.len());
    }
    assert_eq!(Code::PhoneUnreadable.severity(), crate::diagnostic::Severity::Warning);
}
