//! The records that several kinds of entry share: contact, address, ages, fee, phones.

use super::reader::{Context, Record};
use super::values::{bool, id, integer, known, text, url};
use crate::diagnostic::Problem;
use crate::model::schema::{ADDRESS, AGES, BOOKING, CONTACT, PRICE, Schema};
use crate::model::value::{
    Ages, Currency, Email, Facebook, LineId, Money, Phone, Postcode, WebAddress,
};
use crate::model::{Address, Booking, Contact, Fee, PhoneNumber, Price, StructuredAddress};
use crate::source::Spanned;
use crate::syntax::edit::one_field;
use crate::syntax::{Node, Value};

pub(super) fn contact(node: &Node, cx: &mut Context<'_>) -> Option<Contact> {
    let record = Record::open_or(node, &CONTACT, |word| in_its_field(word, &CONTACT), cx)?;
    let person_span = record.span("person");
    Some(Contact {
        phones: record.list("phone", cx, phone),
        email: record.read("email", cx, |node, cx| cx.parsed(node, "expect-email", Email::parse)),
        website: record.read("website", cx, url),
        line: record.read("line", cx, |node, cx| cx.parsed(node, "expect-line", LineId::parse)),
        facebook: record
            .read("facebook", cx, |node, cx| cx.parsed(node, "expect-facebook", Facebook::parse)),
        person: record
            .read("person", cx, text)
            .zip(person_span)
            .map(|(person, span)| Spanned::new(person, span)),
    })
}

/// A lone web address, e-mail address or phone number in the field of a record that it belongs to.
pub(super) fn in_its_field(word: &str, schema: &Schema) -> Option<String> {
    let fits = |field: &&str| match *field {
        "website" | "url" => WebAddress::parse(word).is_ok(),
        "email" => Email::parse(word).is_ok(),
        _ => Phone::parse(word).is_ok(),
    };
    let mut fields = ["website", "url", "email", "phone"].into_iter();
    let field = fields.find(|field| schema.field(field).is_some() && fits(field))?;
    Some(one_field(field, word))
}

/// A phone number; one that no rule reads is a warning and stays as written.
pub(super) fn phone(node: &Node, cx: &mut Context<'_>) -> Option<PhoneNumber> {
    let written = cx.word(node, "expect-phone")?.trim();
    Some(match Phone::parse(written) {
        Ok(phone) => PhoneNumber::Known(phone),
        Err(problem) => {
            cx.report(problem, node.span);
            PhoneNumber::AsWritten(written.to_owned())
        }
    })
}

/// An address: structured when its keys are those of the structure, else text per language.
pub(super) fn address(node: &Node, cx: &mut Context<'_>) -> Option<Address> {
    let keys = node.entries();
    let structured = keys.iter().any(|(key, _)| ADDRESS.field(&key.name).is_some());
    if keys.is_empty() || !structured {
        cx.require("address", node);
        return text(node, cx).map(Address::Free);
    }
    let record = Record::open(node, &ADDRESS, cx)?;
    Some(Address::Structured(StructuredAddress {
        line: record.read("line", cx, text),
        subdistrict: record.read("subdistrict", cx, text),
        district: record.read("district", cx, id),
        province: record.read("province", cx, text),
        postcode: record
            .read("postcode", cx, |node, cx| cx.parsed(node, "expect-postcode", Postcode::parse)),
    }))
}

pub(super) fn ages(node: &Node, cx: &mut Context<'_>) -> Option<Ages> {
    let record = Record::open_or(node, &AGES, ages_in_words, cx)?;
    let from = record.read("from", cx, integer(0..=120));
    let to = record.read("to", cx, integer(0..=120));
    if from.is_none() && to.is_none() {
        return None;
    }
    match Ages::new(from, to) {
        Ok(ages) => Some(ages),
        Err(problem) => {
            cx.report(problem, node.span);
            None
        }
    }
}

/// Ages as people write them in one go: `6-12`, `6–12 ปี`, `6+`.
fn ages_in_words(written: &str) -> Option<String> {
    let bare = written.trim_end_matches("ปี").trim_end_matches("years").trim_end();
    let age = |text: &str| text.trim().parse::<u8>().ok().filter(|age| *age <= 120);
    if let Some((from, to)) = bare.split_once(['-', '–']) {
        return Some(format!("{{from: {}, to: {}}}", age(from)?, age(to)?));
    }
    let from = bare.strip_suffix('+').or_else(|| written.strip_suffix("ปีขึ้นไป"))?;
    Some(format!("{{from: {}}}", age(from)?))
}

/// `free`, `donation`, or prices; a lone price is a list of one.
pub(super) fn fee(node: &Node, cx: &mut Context<'_>) -> Option<Fee> {
    let prices: Vec<_> = match &node.value {
        Value::Word(_) => return cx.parsed(node, "expect-word", fee_in_a_word),
        Value::List(items) => items.iter().filter_map(|item| price(item, cx)).collect(),
        _ => price(node, cx).into_iter().collect(),
    };
    (!prices.is_empty()).then_some(Fee::Prices(prices))
}

fn fee_in_a_word(written: &str) -> Result<Fee, Problem> {
    let from_word = |word: &str| match word {
        "free" => Some(Fee::Free),
        "donation" => Some(Fee::Donation),
        _ => None,
    };
    known(written, &["free", "donation"], from_word).map_err(|problem| {
        let meant = match written {
            "ฟรี" => Some("free".to_owned()),
            "บริจาค" | "ตามศรัทธา" => Some("donation".to_owned()),
            _ => as_price(written),
        };
        Problem { suggestion: meant.or(problem.suggestion), ..problem }
    })
}

/// How a bare amount of baht is written as a price.
fn as_price(written: &str) -> Option<String> {
    let amount = match Money::parse(written, Currency::BAHT) {
        Ok(money) if money.minor() == 0 => return Some("free".to_owned()),
        Ok(_) => written.to_owned(),
        Err(problem) => problem.suggestion?,
    };
    Some(format!("[{{amount: {amount}}}]"))
}

fn price(node: &Node, cx: &mut Context<'_>) -> Option<Price> {
    let record = Record::open(node, &PRICE, cx)?;
    let currency = match record.node("currency") {
        None => Some(Currency::BAHT),
        Some(node) => cx.parsed(node, "expect-currency", Currency::parse),
    };
    let money = record.read("amount", cx, |node, cx| {
        let currency = currency?;
        cx.parsed(node, "expect-amount", |amount| Money::parse(amount, currency))
    });
    let audience = record.read("for", cx, text).unwrap_or_default();
    Some(Price { money: money?, audience })
}

pub(super) fn booking(node: &Node, cx: &mut Context<'_>) -> Option<Booking> {
    let required = |word: &str| match word {
        "yes" | "true" | "no" | "false" => Some(format!("{{required: {word}}}")),
        _ => in_its_field(word, &BOOKING),
    };
    let record = Record::open_or(node, &BOOKING, required, cx)?;
    Some(Booking {
        required: record.read("required", cx, bool),
        url: record.read("url", cx, url),
        phones: record.list("phone", cx, phone),
    })
}
