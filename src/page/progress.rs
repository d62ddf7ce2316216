//! The network in numbers, in words.

use super::cards::Cards;
use super::dates::heading;
use super::speaker::{Speaker, plain, text};
use super::view::{BarView, ChartView, Figure, ProgressView, Words};
use crate::index::{Bar, Chart, Standing};

/// Path of the figures as JSON.
pub const JSON: &str = "data/progress.json";
/// Path of the figures as CSV.
pub const CSV: &str = "data/progress.csv";

/// The progress page.
pub(crate) fn view(cards: &Cards<'_>) -> ProgressView {
    let speaker = cards.speaker;
    let figures = cards.index.figures();
    let figure = |class, message: &str, number| Figure {
        class: Some(class),
        label: speaker.t(message),
        number: speaker.number(number),
    };
    ProgressView {
        figures: vec![
            figure("space", "figure-spaces", figures.spaces),
            figure("event", "figure-events", figures.events),
            figure("partner", "figure-partners", figures.partners),
        ],
        charts: figures.charts.iter().map(|it| chart(cards, it)).collect(),
        json_url: speaker.base.url(JSON),
        csv_url: speaker.base.url(CSV),
    }
}

fn chart(cards: &Cards<'_>, chart: &Chart) -> ChartView {
    let speaker = cards.speaker;
    let longest = chart.bars.iter().map(|(_, count)| *count).max().unwrap_or(0).max(1);
    let bars = chart.bars.iter().map(|(bar, count)| {
        let tenths = count * 1000 / longest;
        BarView {
            label: label(cards, bar),
            count: speaker.number(*count),
            percent: format!("{}.{}", tenths / 10, tenths % 10),
        }
    });
    let class = match chart.name {
        "events" => Some("event"),
        "roles" => Some("partner"),
        "districts" | "kinds" | "access" => Some("space"),
        _ => None,
    };
    let message = |part: &str| speaker.t(&format!("progress-{}{part}", chart.name));
    ChartView {
        anchor: chart.name,
        heading: message(""),
        caption: message(".caption"),
        column: message(".column"),
        class,
        bars: bars.collect(),
    }
}

/// What a bar is called.
fn label(cards: &Cards<'_>, bar: &Bar) -> Words {
    let speaker: Speaker<'_> = cards.speaker;
    match bar {
        Bar::BuildingBlock(number) => plain(speaker.t(&format!("building-block-{number}"))),
        Bar::Goal(number) => plain(format!("{number} {}", speaker.t(&format!("goal-{number}")))),
        Bar::Term(part, id) => speaker.label(*part, id),
        Bar::Message(id) => plain(speaker.t(id)),
        Bar::Month(month) => plain(heading(cards, *month)),
        Bar::Language(language, standing) => {
            let tag = speaker.directory.site.languages.tag(*language).as_str();
            let message = match standing {
                Standing::Complete => "progress-complete",
                Standing::Partial => "progress-partial",
                Standing::Missing => "progress-missing",
            };
            // The language's name in the page's own language, where it has one.
            let spoken = format!("spoken-{tag}");
            let name = if speaker.locale.has(&spoken) {
                speaker.t(&spoken)
            } else {
                speaker.locale.name_of(tag)
            };
            plain(speaker.say(message, &[("language", text(name))]))
        }
    }
}
