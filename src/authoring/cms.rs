//! The configuration of a browser's editor: [Sveltia CMS](https://sveltiacms.app), which speaks
//! git's hosts and keeps the content format of Decap CMS.
//!
//! In: the definition of the content, what a site has, where its repository is. Out: the texts of
//! `admin/`. Promise: what the editor writes is the content format: facts and the default
//! language's prose in `SLUG/index.md`, another language's name, summary and prose in
//! `SLUG/index.LANG.md`. Fields whose value has several forms are offered in one of them.
//!
//! Why this one: it alone leaves the default language out of file names, asks for a slug without
//! storing it, and takes a pull request's way (editorial workflow) on GitHub and GitLab.

use serde_yaml::{Mapping, Value};

use super::known::Layout;
use super::{Known, Speech};
use crate::language::Messages;
use crate::model::schema::{
    ACCESS_WORDS, ADDRESS, CITATION, EVENT, Field, PAGE, PARTNER, SPACE, Schema, Shape, VERIFIED,
};
use crate::model::{EntryKind, Part};

/// The version of the editor that this configuration was tried with.
pub const VERSION: &str = "0.221.1";
/// Its script's digest (SHA-384), by which browsers refuse any other.
pub const INTEGRITY: &str =
    "sha384-JQ+XsKx/UzwdTiNnFStza3XtqqQoVtyNPApkfvwlzZDfhe7giE9CnfQrpHqgv3k6";

/// Where the repository is.
#[derive(Clone, Debug)]
pub struct Repository {
    /// `github`, `gitlab`, `gitea`, or `test-repo`, which keeps everything in the browser.
    pub backend: String,
    /// `owner/name`.
    pub name: Option<String>,
    /// The branch that is published.
    pub branch: String,
}

/// A file's layout, the collection's ending, its path below the folder, its extension.
const LAYOUTS: [(Layout, &str, &str, &str); 4] = [
    (Layout::MarkdownFolder, "", "{{slug}}/index", "md"),
    (Layout::Markdown, "-flat", "{{slug}}", "md"),
    (Layout::YamlFolder, "-folders", "{{slug}}/index", "yaml"),
    (Layout::Yaml, "-yaml", "{{slug}}", "yaml"),
];

/// `admin/config.yml`.
pub fn config(known: &Known, messages: &Messages, repository: &Repository) -> String {
    let maker = Maker { known, speech: &Speech::all(messages, &known.languages) };
    let value = maker.config(repository);
    let heading = maker.joined(|speech| speech.say("schema-cms-made"), "\n# ");
    // A value of texts, numbers and maps is always YAML.
    format!("# {heading}\n{}", serde_yaml::to_string(&value).unwrap_or_default())
}

/// `admin/index.html`; `script` is where the editor's program comes from, and whether from a
/// foreign place, which is then held to its digest.
pub fn page(known: &Known, script: &str, foreign: bool) -> String {
    let language = known.languages.tag(known.languages.default());
    let held = if foreign {
        format!(" integrity=\"{INTEGRITY}\" crossorigin=\"anonymous\"")
    } else {
        String::new()
    };
    format!(
        "<!doctype html>\n<html lang=\"{language}\">\n<head>\n<meta charset=\"utf-8\">\n\
         <meta name=\"viewport\" content=\"width=device-width, initial-scale=1\">\n\
         <meta name=\"robots\" content=\"noindex\">\n<title>nakhon</title>\n</head>\n<body>\n\
         <script src=\"{script}\"{held}></script>\n<script src=\"location.js\"></script>\n\
         </body>\n</html>\n"
    )
}

/// `admin/location.js`: the map gives a point of GeoJSON, longitude first, as text; the content has
/// `[latitude, longitude]`.
pub const LOCATION: &str = include_str!("location.js");

struct Maker<'a> {
    known: &'a Known,
    speech: &'a [Speech<'a>],
}

impl Maker<'_> {
    fn joined(&self, text: impl Fn(Speech<'_>) -> String, between: &str) -> String {
        Speech::joined(self.speech, text, between)
    }

    fn say(&self, id: &str) -> Value {
        self.joined(|speech| speech.say(id), " / ").into()
    }

    fn config(&self, repository: &Repository) -> Value {
        let mut backend = vec![("name", Value::from(repository.backend.as_str()))];
        if let Some(name) = &repository.name {
            backend.push(("repo", name.as_str().into()));
            backend.push(("branch", repository.branch.as_str().into()));
        }
        let reviewed = ["github", "gitlab"].contains(&repository.backend.as_str());
        let mode = if reviewed { "editorial_workflow" } else { "simple" };
        let tags: Vec<Value> =
            self.known.languages.iter().map(|(_, tag)| tag.to_string().into()).collect();
        let default = self.default();
        let mut config = vec![
            ("backend", map(backend)),
            ("publish_mode", mode.into()),
            ("app_title", self.known.label(&self.known.title).into()),
        ];
        if let Some(address) = &self.known.base_url {
            config.push(("display_url", address.as_str().into()));
        }
        config.extend([
            ("media_folder", "content/media".into()),
            ("public_folder", "/media".into()),
            (
                "i18n",
                map([
                    ("structure", "multiple_files".into()),
                    ("locales", tags.into()),
                    ("default_locale", default.into()),
                    ("initial_locales", "default".into()),
                    ("omit_default_locale_from_file_path", true.into()),
                ]),
            ),
            ("slug", map([("encoding", "ascii".into())])),
            ("output", map([("omit_empty_optional_fields", true.into())])),
            ("collections", self.collections().into()),
        ]);
        map(config)
    }

    fn default(&self) -> String {
        self.known.languages.tag(self.known.languages.default()).to_string()
    }

    fn collections(&self) -> Vec<Value> {
        let kinds = [
            (EntryKind::Space, &SPACE),
            (EntryKind::Event, &EVENT),
            (EntryKind::Partner, &PARTNER),
        ];
        let mut collections = Vec::new();
        for (kind, schema) in kinds {
            for layout in LAYOUTS {
                let first = layout.0 == Layout::MarkdownFolder;
                let has = self
                    .known
                    .slugs(kind)
                    .any(|slug| self.known.home(kind, slug.as_str()) == Some(layout.0));
                if first || has {
                    collections.push(self.collection(kind, schema, layout));
                }
            }
        }
        collections.push(self.pages());
        collections
    }

    fn collection(
        &self,
        kind: EntryKind,
        schema: &Schema,
        (layout, ending, path, extension): (Layout, &str, &str, &str),
    ) -> Value {
        let markdown = extension == "md";
        let mut label = self.joined(|speech| speech.say(kind.as_str()), " / ");
        if layout != Layout::MarkdownFolder {
            label = format!("{label} ({path}.{extension})");
        }
        let hint = self.say("schema-cms-slug");
        let pattern: Vec<Value> = vec!["^[a-z0-9-]+$".into(), hint.clone()];
        let mut fields: Vec<Value> =
            schema.fields().filter_map(|field| self.field(schema, field, markdown)).collect();
        if markdown {
            fields.push(self.body());
        }
        map([
            ("name", format!("{}{ending}", kind.as_str()).into()),
            ("label", label.into()),
            ("description", self.joined(|it| it.record_text(schema), " / ").into()),
            ("folder", format!("content/{}", kind.as_str()).into()),
            ("path", path.into()),
            ("extension", extension.into()),
            ("format", if markdown { "yaml-frontmatter" } else { "yaml" }.into()),
            ("create", (layout == Layout::MarkdownFolder).into()),
            ("i18n", markdown.into()),
            // A file without a kind is a language's own.
            ("filter", map([("field", "kind".into()), ("pattern", ".+".into())])),
            ("identifier_field", "name".into()),
            (
                "summary",
                if markdown {
                    "{{name}}".to_owned()
                } else {
                    format!("{{{{name.{}}}}}", self.default())
                }
                .into(),
            ),
            (
                "slug",
                map([
                    ("editable", vec![Value::from("create")].into()),
                    ("hint", hint),
                    ("pattern", pattern.into()),
                ]),
            ),
            ("media_folder", "".into()),
            ("public_folder", "".into()),
            ("fields", fields.into()),
        ])
    }

    /// Free pages: a file a language, the default one's too.
    fn pages(&self) -> Value {
        let mut fields: Vec<Value> = PAGE
            .fields()
            .filter_map(|field| {
                let mut value = self.field(&PAGE, field, true)?;
                if let (Value::Mapping(map), true) = (&mut value, field.name != "order") {
                    map.insert("i18n".into(), true.into());
                }
                Some(value)
            })
            .collect();
        fields.push(self.body());
        map([
            ("name", "pages".into()),
            ("label", self.joined(|it| it.record(&PAGE), " / ").into()),
            ("folder", "content/pages".into()),
            ("extension", "md".into()),
            ("format", "yaml-frontmatter".into()),
            ("identifier_field", "title".into()),
            ("i18n", map([("omit_default_locale_from_file_path", false.into())])),
            (
                "slug",
                map([
                    ("editable", vec![Value::from("create")].into()),
                    ("hint", self.say("schema-cms-slug")),
                ]),
            ),
            ("fields", fields.into()),
        ])
    }

    fn body(&self) -> Value {
        map([
            ("name", "body".into()),
            ("label", self.say("schema-cms-body")),
            ("hint", self.say("schema-cms-body.hint")),
            ("widget", "richtext".into()),
            // Links between entries are as they are written.
            ("modes", vec![Value::from("raw")].into()),
            ("required", false.into()),
            ("i18n", true.into()),
        ])
    }

    /// A field; `own_files` is whether other languages have files of their own for name and summary.
    fn field(&self, schema: &Schema, field: &Field, own_files: bool) -> Option<Value> {
        let entry = ["partner", "space", "event"].contains(&schema.name);
        let mut parts = self.widget(field, &field.shape)?;
        let i18n = own_files && entry && ["name", "summary"].contains(&field.name);
        if i18n {
            let widget = if field.name == "name" { "string" } else { "text" };
            parts = vec![("widget", widget.into()), ("i18n", true.into())];
        }
        let required: Value = if field.required && (i18n || schema.name == "page") {
            vec![Value::from(self.default())].into()
        } else {
            let needed = field.required || field.name == "district" && schema.name == "space";
            // A place on the web has no district.
            (needed && field.name != "district").into()
        };
        let mut all = vec![
            ("name", field.name.into()),
            ("label", self.joined(|it| it.label(schema, field.name), " / ").into()),
            ("hint", self.joined(|it| it.text(schema, field.name), " / ").into()),
            ("required", required),
        ];
        all.append(&mut parts);
        Some(map(all))
    }

    fn widget(&self, field: &Field, shape: &Shape) -> Option<Vec<(&'static str, Value)>> {
        let string = || vec![("widget", Value::from("string"))];
        let typed = |kind: &str| vec![("widget", "string".into()), ("type", kind.into())];
        let matched = |pattern: &str, example: &str| {
            let pattern: Vec<Value> = vec![pattern.into(), example.into()];
            vec![("widget", Value::from("string")), ("pattern", pattern.into())]
        };
        Some(match shape {
            Shape::Translated => Self::object(self.languages()),
            Shape::Bool => vec![("widget", "boolean".into())],
            Shape::Integer(min, max) => match self.numbered(field, *min, *max) {
                Some(options) => vec![("widget", "select".into()), ("options", options)],
                None => vec![
                    ("widget", "number".into()),
                    ("value_type", "int".into()),
                    ("min", (*min).into()),
                    ("max", (*max).into()),
                ],
            },
            Shape::Amount => {
                vec![("widget", "number".into()), ("value_type", "float".into()), ("min", 0.into())]
            }
            Shape::Date => vec![
                ("widget", "datetime".into()),
                ("type", "date".into()),
                ("format", "YYYY-MM-DD".into()),
            ],
            Shape::Moment => {
                vec![("widget", "datetime".into()), ("format", "YYYY-MM-DDTHH:mm".into())]
            }
            Shape::Id(part) => vec![("widget", "select".into()), ("options", self.terms(*part))],
            Shape::Reference(kind) => self.reference(*kind),
            Shape::Word(words) => vec![("widget", "select".into()), ("options", self.words(words))],
            Shape::Fee => {
                vec![("widget", "select".into()), ("options", self.words(&["free", "donation"]))]
            }
            Shape::Url => typed("url"),
            Shape::Email => typed("email"),
            Shape::Slug => matched("^[a-z0-9-]+$", "a-z 0-9 -"),
            Shape::Postcode => matched("^[0-9]{5}$", "10000"),
            Shape::Location => {
                let mut parts = vec![("widget", "map".into()), ("decimals", 5.into())];
                if let Some(centre) = self.known.centre {
                    let point: Vec<Value> =
                        vec![centre.longitude().into(), centre.latitude().into()];
                    parts.extend([("center", point.into()), ("zoom", 11.into())]);
                }
                parts
            }
            Shape::File => vec![("widget", "image".into())],
            Shape::Hours => vec![
                ("widget", "keyvalue".into()),
                ("key_label", self.say("schema-cms-days")),
                ("value_label", self.say("schema-cms-times")),
            ],
            Shape::Access => {
                let (features, levels) = ACCESS_WORDS;
                let fields = features.iter().map(|feature| {
                    map([
                        ("name", (*feature).into()),
                        ("label", self.joined(|it| it.word(feature), " / ").into()),
                        ("widget", "select".into()),
                        ("required", false.into()),
                        ("options", self.words(levels)),
                    ])
                });
                Self::object(fields.collect())
            }
            Shape::Address => Self::object(self.record(&ADDRESS)),
            Shape::Verified => Self::object(self.record(&VERIFIED)),
            Shape::Citation => Self::object(self.record(&CITATION)),
            Shape::Record(schema) => Self::object(self.record(schema)),
            Shape::List(item) => match item {
                // Several choices of one list.
                Shape::Id(_) | Shape::Word(_) | Shape::Reference(_) | Shape::Integer(..) => {
                    let mut parts = self.widget(field, item)?;
                    parts.push(("multiple", true.into()));
                    parts
                }
                Shape::Record(schema) => {
                    vec![("widget", "list".into()), ("fields", self.record(schema).into())]
                }
                Shape::Citation => {
                    vec![("widget", "list".into()), ("fields", self.record(&CITATION).into())]
                }
                _ => {
                    let mut one = vec![
                        ("name", Value::from(field.name)),
                        ("label", self.joined(|it| it.shape(item), " / ").into()),
                    ];
                    one.extend(self.widget(field, item)?);
                    vec![("widget", "list".into()), ("field", map(one))]
                }
            },
            // The rest is the site's own, and no matter of an entry.
            Shape::Bounds | Shape::PerLanguage(_) | Shape::Terms => return None,
            _ => string(),
        })
    }

    fn object(fields: Vec<Value>) -> Vec<(&'static str, Value)> {
        vec![("widget", "object".into()), ("fields", fields.into())]
    }

    fn record(&self, schema: &Schema) -> Vec<Value> {
        schema.fields().filter_map(|field| self.field(schema, field, false)).collect()
    }

    /// A field for the text in each language; the default one's is needed where the text is.
    fn languages(&self) -> Vec<Value> {
        let default = self.default();
        self.speech
            .iter()
            .map(|speech| {
                let tag = speech.language().to_string();
                map([
                    ("name", tag.as_str().into()),
                    ("label", speech.say("language-name").into()),
                    ("widget", "string".into()),
                    ("required", (tag == default).into()),
                ])
            })
            .collect()
    }

    fn terms(&self, part: Part) -> Value {
        let terms = self.known.vocabulary.part(part).iter();
        options(terms.map(|(id, term)| (self.known.label(&term.label), id.as_str().into())))
    }

    fn words(&self, words: &[&str]) -> Value {
        let meaning = |word: &str| self.joined(|speech| speech.word(word), " / ");
        options(words.iter().map(|word| (meaning(word), Value::from(*word))))
    }

    fn numbered(&self, field: &Field, min: i64, max: i64) -> Option<Value> {
        let first = self.speech.first()?;
        first.number(field.name, min)?;
        let name = |number: i64| {
            let name = self.joined(|it| it.number(field.name, number).unwrap_or_default(), " / ");
            format!("{number} {name}")
        };
        Some(options((min..=max).map(|number| (name(number), number.into()))))
    }

    /// A relation where all entries of the kind stand in one collection, else a choice of those
    /// that were there when this was made.
    fn reference(&self, kind: EntryKind) -> Vec<(&'static str, Value)> {
        let gathered = self
            .known
            .slugs(kind)
            .all(|slug| self.known.home(kind, slug.as_str()) == Some(Layout::MarkdownFolder));
        if gathered {
            return vec![
                ("widget", "relation".into()),
                ("collection", kind.as_str().into()),
                ("value_field", "{{slug}}".into()),
                ("display_fields", vec![Value::from("name")].into()),
                ("search_fields", vec![Value::from("name")].into()),
            ];
        }
        let entries = self.known.entries.get(&kind).into_iter().flatten();
        let options = options(entries.map(|(slug, name)| {
            (format!("{} ({slug})", self.known.label(name)), slug.as_str().into())
        }));
        vec![("widget", "select".into()), ("options", options)]
    }
}

fn options(values: impl Iterator<Item = (String, Value)>) -> Value {
    let option = |(label, value)| map([("label", Value::from(label)), ("value", value)]);
    values.map(option).collect::<Vec<_>>().into()
}

/// A map that keeps the order of its keys.
fn map<'a>(pairs: impl IntoIterator<Item = (&'a str, Value)>) -> Value {
    let pairs = pairs.into_iter().map(|(key, value)| (Value::from(key), value));
    Value::Mapping(pairs.collect::<Mapping>())
}
