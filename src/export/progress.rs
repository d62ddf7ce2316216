//! The network in numbers as JSON (RFC 8259) and CSV (RFC 4180, with a byte-order mark so that
//! spreadsheets read its Thai).

use serde_json::{Map, Value, json};

use super::table::{Cell, Table};
use crate::index::{Bar, Standing};
use crate::page::Builder;
use crate::page::view::ProgressView;

/// `data/progress.json` and `data/progress.csv`.
pub(super) fn files(builder: &Builder<'_>) -> [(String, Vec<u8>); 2] {
    let views: Vec<(String, ProgressView)> = builder
        .locales
        .iter()
        .map(|locale| (locale.tag().to_string(), builder.progress(locale)))
        .collect();
    [
        (crate::page::PROGRESS_JSON.to_owned(), json_file(builder, &views)),
        (crate::page::PROGRESS_CSV.to_owned(), csv_file(builder, &views)),
    ]
}

/// What a bar stands for, for machines.
fn key(builder: &Builder<'_>, bar: &Bar) -> String {
    match bar {
        Bar::BuildingBlock(number) | Bar::Goal(number) => number.to_string(),
        Bar::Term(_, id) => id.to_string(),
        Bar::Message(id) => {
            let known = ["progress-", "fee-", "access-level-", "freshness-", "role-"];
            let bare = known.iter().find_map(|prefix| id.strip_prefix(prefix));
            bare.unwrap_or(id).to_owned()
        }
        Bar::Month(month) => format!("{:04}-{:02}", month.year, month.month),
        Bar::Language(language, standing) => {
            let tag = builder.index.directory.site.languages.tag(*language);
            let standing = match standing {
                Standing::Complete => "complete",
                Standing::Partial => "partial",
                Standing::Missing => "missing",
            };
            format!("{tag}-{standing}")
        }
    }
}

fn json_file(builder: &Builder<'_>, views: &[(String, ProgressView)]) -> Vec<u8> {
    let figures = builder.index.figures();
    let mut charts = Map::new();
    for (place, chart) in figures.charts.iter().enumerate() {
        let bars = chart.bars.iter().enumerate().map(|(row, (bar, count))| {
            let labels: Map<String, Value> = views
                .iter()
                .filter_map(|(tag, view)| {
                    let label = &view.charts.get(place)?.bars.get(row)?.label;
                    Some((tag.clone(), Value::String(label.text.clone())))
                })
                .collect();
            json!({"key": key(builder, bar), "label": labels, "count": count})
        });
        charts.insert(chart.name.to_owned(), Value::Array(bars.collect()));
    }
    let whole = json!({
        "date": builder.index.today.to_string(),
        "partners": figures.partners,
        "spaces": figures.spaces,
        "events": figures.events,
        "charts": charts,
    });
    let mut bytes = serde_json::to_vec_pretty(&whole).unwrap_or_default();
    bytes.push(b'\n');
    bytes
}

fn csv_file(builder: &Builder<'_>, views: &[(String, ProgressView)]) -> Vec<u8> {
    let columns = views.iter().map(|(tag, _)| format!("label_{}", tag.replace('-', "_")));
    let header = ["chart".to_owned(), "key".to_owned()].into_iter().chain(columns);
    let mut table = Table::new(header.chain(["count".to_owned()]));
    for (place, chart) in builder.index.figures().charts.iter().enumerate() {
        for (number, (bar, count)) in chart.bars.iter().enumerate() {
            let labels = views.iter().map(|(_, view)| {
                let chart = view.charts.get(place);
                let bar = chart.and_then(|chart| chart.bars.get(number));
                bar.map(|bar| bar.label.text.clone()).unwrap_or_default()
            });
            let cells = [chart.name.to_owned(), key(builder, bar)].into_iter().chain(labels);
            table.row(cells.map(Cell::Text).chain([Cell::Exact(count.to_string())]));
        }
    }
    table.into_bytes()
}
