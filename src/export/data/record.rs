//! A record of the open data: fields in the order of the format, absent ones left out.

use serde::ser::{Serialize, SerializeMap, Serializer};
use serde_json::{Map, Value, json};

use crate::language::{Languages, Localized};
use crate::model::value::{Ages, Email, Facebook, LineId, Location, WebAddress};
use crate::model::{Address, Contact, Fee, PhoneNumber, Place, Text};

/// Fields and values.
#[derive(Debug, Default)]
pub(super) struct Record(Vec<(&'static str, Value)>);

impl Record {
    /// Sets a field; null, empty lists and empty maps are absent.
    pub(super) fn set(&mut self, field: &'static str, value: impl Into<Value>) {
        let value = value.into();
        let absent = match &value {
            Value::Null => true,
            Value::Array(items) => items.is_empty(),
            Value::Object(fields) => fields.is_empty(),
            _ => false,
        };
        if !absent {
            self.0.push((field, value));
        }
    }

    /// The fields, in order.
    pub(super) fn iter(&self) -> impl Iterator<Item = &(&'static str, Value)> {
        self.0.iter()
    }

    /// The value at a path of keys: `address/district`.
    pub(super) fn get(&self, path: &str) -> Option<&Value> {
        let (field, rest) = path.split_once('/').map_or((path, None), |(a, b)| (a, Some(b)));
        let value = self.0.iter().find(|(name, _)| *name == field).map(|(_, value)| value)?;
        match rest {
            None => Some(value),
            Some(rest) => rest.split('/').try_fold(value, |value, key| value.get(key)),
        }
    }
}

impl Serialize for Record {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        let mut map = serializer.serialize_map(Some(self.0.len()))?;
        for (field, value) in &self.0 {
            map.serialize_entry(field, value)?;
        }
        map.end()
    }
}

/// An object without its absent fields.
pub(super) fn object<const N: usize>(fields: [(&str, Value); N]) -> Value {
    let present = fields.into_iter().filter(|(_, value)| match value {
        Value::Null => false,
        Value::Array(items) => !items.is_empty(),
        Value::Object(fields) => !fields.is_empty(),
        _ => true,
    });
    Value::Object(present.map(|(name, value)| (name.to_owned(), value)).collect())
}

/// A text in each language that has it.
pub(super) fn text(text: &Text, languages: &Languages) -> Value {
    per_language(text, languages, |text| Value::from(text.as_str()))
}

/// Anything in each language that has it.
pub(super) fn per_language<T>(
    of: &Localized<T>,
    languages: &Languages,
    value: impl Fn(&T) -> Value,
) -> Value {
    let told = of.iter().map(|(language, it)| (languages.tag(language).to_string(), value(it)));
    Value::Object(told.collect::<Map<_, _>>())
}

/// A text that may be absent.
pub(super) fn maybe_text(of: Option<&Text>, languages: &Languages) -> Value {
    of.map_or(Value::Null, |of| text(of, languages))
}

/// Degrees (WGS 84).
pub(super) fn location(location: Location) -> Value {
    json!({"latitude": location.latitude(), "longitude": location.longitude()})
}

/// An address in its parts; free text is its line.
pub(super) fn address(address: &Address, languages: &Languages) -> Value {
    match address {
        Address::Free(free) => object([("line", text(free, languages))]),
        Address::Structured(parts) => object([
            ("line", maybe_text(parts.line.as_ref(), languages)),
            ("subdistrict", maybe_text(parts.subdistrict.as_ref(), languages)),
            ("district", parts.district.as_ref().map(|id| id.value.as_str()).into()),
            ("province", maybe_text(parts.province.as_ref(), languages)),
            ("postcode", parts.postcode.as_ref().map(ToString::to_string).into()),
        ]),
    }
}

/// A place that is no entry.
pub(super) fn place(place: &Place, languages: &Languages) -> Value {
    object([
        ("name", text(&place.name, languages)),
        ("address", place.address.as_ref().map_or(Value::Null, |it| address(it, languages))),
        ("location", place.location.as_ref().map_or(Value::Null, |it| location(it.value))),
    ])
}

/// Ways to reach someone. A person is named only with consent: reading refuses it without.
pub(super) fn contact(contact: &Contact, languages: &Languages) -> Value {
    let owned = |it: Option<&str>| Value::from(it);
    object([
        ("phone", phones(&contact.phones)),
        ("email", owned(contact.email.as_ref().map(Email::as_str))),
        ("website", owned(contact.website.as_ref().map(WebAddress::as_str))),
        ("line", owned(contact.line.as_ref().map(LineId::as_str))),
        ("facebook", owned(contact.facebook.as_ref().map(Facebook::href))),
        ("person", maybe_text(contact.person.as_ref().map(|it| &it.value), languages)),
    ])
}

/// Phone numbers as one dials them inside the country.
pub(super) fn phones(phones: &[PhoneNumber]) -> Value {
    let number = |phone: &PhoneNumber| match phone {
        PhoneNumber::Known(phone) => Value::String(phone.national()),
        PhoneNumber::AsWritten(written) => Value::String(written.clone()),
    };
    phones.iter().map(number).collect()
}

/// Years of age.
pub(super) fn ages(ages: Option<Ages>) -> Value {
    ages.map_or(Value::Null, |ages| {
        object([("from", ages.from().into()), ("to", ages.to().into())])
    })
}

/// What it costs.
pub(super) fn fee(fee: Option<&Fee>, languages: &Languages) -> Value {
    match fee {
        None => Value::Null,
        Some(Fee::Free) => json!({"kind": "free"}),
        Some(Fee::Donation) => json!({"kind": "donation"}),
        Some(Fee::Prices(prices)) => {
            let price = |price: &crate::model::Price| {
                object([
                    ("amount", amount(&price.money.decimal())),
                    ("currency", price.money.currency().code().into()),
                    ("for", text(&price.audience, languages)),
                ])
            };
            json!({"kind": "paid", "prices": prices.iter().map(price).collect::<Vec<_>>()})
        }
    }
}

/// Money as a number: whole where it is.
pub(super) fn amount(decimal: &str) -> Value {
    match decimal.parse::<u64>() {
        Ok(whole) => whole.into(),
        Err(_) => decimal.parse::<f64>().map_or(Value::Null, Value::from),
    }
}
