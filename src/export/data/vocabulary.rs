//! The words that entries use by id, with what each is called in every language.

use super::Records;
use super::record::{Record, text};
use crate::model::Part;
use crate::page::Builder;

/// Every word, in the order of the vocabulary.
pub(super) fn records<'b>(builder: &'b Builder<'_>) -> Records<'b> {
    let directory = &builder.index.directory;
    let languages = &directory.site.languages;
    let terms = Part::ALL.iter().flat_map(|part| {
        directory.vocabulary.part(*part).iter().map(move |(id, term)| {
            let mut record = Record::default();
            record.set("part", part.as_str());
            record.set("id", id.as_str());
            record.set("label", text(&term.label, languages));
            record.set("summary", text(&term.summary, languages));
            record.set("schema", term.schema.as_deref());
            record.set("sdgs", term.sdgs.iter().copied().collect::<serde_json::Value>());
            record
        })
    });
    let terms: Vec<Record> = terms.collect();
    Box::new(terms.into_iter())
}
