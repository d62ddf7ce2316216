//! Drawings (SVG): what could run or load from elsewhere is refused, what an editor's program noted
//! for itself is left out.
//!
//! In: an SVG file. Out: the same drawing without comments, processing instructions, `metadata` and
//! everything in another namespace; or why it is refused. Promise: what comes out has no script, no
//! event handler, no foreign content, and no address but of its own parts and of pictures that it
//! carries within itself.
//!
//! A drawing that does more is refused rather than cut, because it would look other than its author
//! saw it.

use std::borrow::Cow;
use std::fmt;

use quick_xml::events::attributes::Attribute;
use quick_xml::events::{BytesStart, Event};
use quick_xml::name::{PrefixDeclaration, ResolveResult};
use quick_xml::{NsReader, Writer, XmlVersion};
use resvg::usvg::roxmltree::Document;
use resvg::usvg::{Options, Tree};

const SVG: &str = "http://www.w3.org/2000/svg";
const XLINK: &str = "http://www.w3.org/1999/xlink";
const XML: &str = "http://www.w3.org/XML/1998/namespace";

/// Elements that run, or that hold what is no drawing.
const REFUSED: [&str; 8] =
    ["script", "foreignObject", "iframe", "object", "embed", "audio", "video", "handler"];

/// As many attributes may stand at one element: each is compared with all the others.
const MOST_ATTRIBUTES: usize = 256;

/// Why a drawing is not published.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Refused {
    /// It is no SVG, or not well-formed; the reason in the parser's words.
    Broken(String),
    /// It could run something or load from elsewhere: the element or attribute that would.
    Unsafe(String),
}

impl fmt::Display for Refused {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (Self::Broken(what) | Self::Unsafe(what)) = self;
        f.write_str(what)
    }
}

/// The drawing as it is published.
pub fn clean(bytes: &[u8]) -> Result<Vec<u8>, Refused> {
    let text = std::str::from_utf8(bytes).map_err(|error| Refused::Broken(error.to_string()))?;
    let text = text.trim_start_matches('\u{feff}');
    let mut reader = NsReader::from_str(text);
    let mut writer = Writer::new(Vec::new());
    let mut depth = 0_usize;
    // How deep inside an element that is left out.
    let mut hidden = 0_usize;
    // All that stands in the style that is open: rules may be cut by what is left out.
    let mut style: Option<String> = None;
    let mut rooted = false;
    loop {
        let (namespace, event) = reader.read_resolved_event().map_err(|error| broken(&error))?;
        let ours = is(&namespace, SVG);
        match &event {
            Event::Eof => break,
            Event::Start(start) | Event::Empty(start) => {
                let opens = matches!(event, Event::Start(_));
                let name = start.local_name().as_ref().to_owned();
                if depth == 0 && !(ours && name == "svg" && !rooted) {
                    return Err(Refused::Broken("no <svg>".to_owned()));
                }
                if style.is_some() {
                    return Err(Refused::Unsafe(format!("<style> <{name}>")));
                }
                rooted = true;
                depth += usize::from(opens);
                if hidden > 0 || !ours || name == "metadata" {
                    refuse_element(&name)?;
                    hidden += usize::from(opens);
                    continue;
                }
                refuse_element(&name)?;
                style = (opens && name == "style").then(String::new);
                let kept = attributes(&reader, start, &name)?;
                write(&mut writer, if opens { Event::Start(kept) } else { Event::Empty(kept) })?;
            }
            Event::End(_) => {
                depth = depth.saturating_sub(1);
                if hidden > 0 {
                    hidden -= 1;
                } else {
                    style.take().map_or(Ok(()), |rules| refuse_style(&rules))?;
                    write(&mut writer, event)?;
                }
            }
            // Line breaks around the root, or what makes the file no XML.
            Event::Text(_) | Event::CData(_) if depth == 0 => {}
            Event::Text(words) if hidden == 0 => {
                if let Some(rules) = &mut style {
                    rules.push_str(&words.xml10_content());
                }
                write(&mut writer, event)?;
            }
            Event::CData(words) if hidden == 0 => {
                if let Some(rules) = &mut style {
                    rules.push_str(&words.xml10_content());
                }
                let words = words.clone().escape().map_err(|error| broken(&error.into()))?;
                write(&mut writer, Event::Text(words))?;
            }
            Event::GeneralRef(entity) => {
                let known = entity.is_char_ref()
                    || matches!(
                        entity.xml10_content().as_ref(),
                        "amp" | "lt" | "gt" | "quot" | "apos"
                    );
                // A style could spell an address with them, and an entity of its own could be all.
                if !known || style.is_some() {
                    return Err(Refused::Unsafe(format!("&{};", entity.xml10_content())));
                }
                if hidden == 0 {
                    write(&mut writer, event)?;
                }
            }
            Event::DocType(doctype) if doctype.xml10_content().contains('[') => {
                return Err(Refused::Unsafe("<!DOCTYPE […]>".to_owned()));
            }
            _ => {}
        }
    }
    if depth > 0 || !rooted {
        return Err(Refused::Broken("no </svg>".to_owned()));
    }
    let cleaned = writer.into_inner();
    parse_strictly(&cleaned)?;
    Ok(cleaned)
}

/// Refuses what the lenient parser above lets pass and browsers do not: characters (XML 1.0, §2.2)
/// and names (§2.3) that are none, twice the same attribute, prefixes that nobody declares.
fn parse_strictly(cleaned: &[u8]) -> Result<(), Refused> {
    let text = std::str::from_utf8(cleaned).map_err(|error| Refused::Broken(error.to_string()))?;
    Document::parse(text).map(drop).map_err(|error| Refused::Broken(error.to_string()))
}

/// The width and height of a drawing, rounded to whole pixels; none where it says none.
pub fn size(bytes: &[u8]) -> Option<(u32, u32)> {
    let tree = Tree::from_str(&root(bytes)?, &Options::default()).ok()?;
    let size = tree.size().to_int_size();
    Some((size.width(), size.height()))
}

/// The outermost element with what says how large it is, and without what is in it: to look at that
/// would take as long as whoever drew it likes (a few strokes of a great width take seconds).
fn root(bytes: &[u8]) -> Option<String> {
    let mut reader = NsReader::from_str(std::str::from_utf8(bytes).ok()?);
    let start = loop {
        match reader.read_resolved_event().ok()? {
            (namespace, Event::Start(start) | Event::Empty(start)) if is(&namespace, SVG) => {
                break start;
            }
            (_, Event::Start(_) | Event::Empty(_) | Event::Eof) => return None,
            _ => {}
        }
    };
    let said = |name: &str| start.try_get_attribute(name).ok().flatten();
    let sides = [said("width"), said("height")];
    let view_box = said("viewBox");
    let is_own =
        |side: &Option<Attribute<'_>>| side.as_ref().is_some_and(|side| !side.value.contains('%'));
    if view_box.is_none() && !sides.iter().all(is_own) {
        return None;
    }
    let mut root = BytesStart::new("svg");
    root.push_attribute(("xmlns", SVG));
    sides.into_iter().flatten().chain(view_box).for_each(|it| root.push_attribute(it));
    let mut writer = Writer::new(Vec::new());
    writer.write_event(Event::Empty(root)).ok()?;
    String::from_utf8(writer.into_inner()).ok()
}

/// The start of an element with the attributes that are kept.
fn attributes<'a>(
    reader: &NsReader<&[u8]>,
    start: &BytesStart<'a>,
    element: &str,
) -> Result<BytesStart<'a>, Refused> {
    if start.attributes().with_checks(false).nth(MOST_ATTRIBUTES).is_some() {
        return Err(Refused::Broken(format!("<{element}> with over {MOST_ATTRIBUTES} attributes")));
    }
    let mut kept = BytesStart::new(start.name().as_ref().to_owned());
    for attribute in start.attributes() {
        let attribute: Attribute<'_> =
            attribute.map_err(|error| Refused::Broken(error.to_string()))?;
        // XML 1.0, §2.3, `AttValue`: the parser leaves it to us.
        if attribute.value.contains('<') {
            return Err(Refused::Broken(format!("<{element} {}=\"…<…\">", attribute.key.as_ref())));
        }
        let value: Cow<'_, str> = attribute
            .normalized_value(XmlVersion::Implicit1_0)
            .map_err(|error| Refused::Broken(error.to_string()))?;
        let declared = attribute.key.as_namespace_binding();
        let keeps = match declared {
            Some(PrefixDeclaration::Default) => value == SVG,
            Some(PrefixDeclaration::Named(_)) => [SVG, XLINK].contains(&value.as_ref()),
            None => {
                let (namespace, local) = reader.resolver().resolve_attribute(attribute.key);
                let plain = matches!(namespace, ResolveResult::Unbound);
                if plain || is(&namespace, XLINK) {
                    refuse_attribute(element, local.as_ref(), &value)?;
                }
                plain || is(&namespace, XLINK) || is(&namespace, XML)
            }
        };
        if keeps {
            kept.push_attribute(attribute);
        }
    }
    Ok(kept)
}

fn refuse_element(name: &str) -> Result<(), Refused> {
    match REFUSED.iter().find(|refused| refused.eq_ignore_ascii_case(name)) {
        Some(_) => Err(Refused::Unsafe(format!("<{name}>"))),
        None => Ok(()),
    }
}

fn refuse_attribute(element: &str, name: &str, value: &str) -> Result<(), Refused> {
    let refuse = || Err(Refused::Unsafe(format!("<{element} {name}>")));
    let lower = name.to_ascii_lowercase();
    if lower.starts_with("on") {
        return refuse();
    }
    if (lower == "href" || lower == "src") && !is_within(value) {
        return refuse();
    }
    // An animation could put an address there once it is shown.
    if lower == "attributename" && matches!(local(value), "href" | "src") {
        return refuse();
    }
    // Presentation attributes are read as styles are, escapes and capitals too.
    if lower == "style" || value.contains('(') {
        return refuse_style(value).or_else(|_| refuse());
    }
    Ok(())
}

/// Whether an address leads to a part of the drawing or to pixels that it carries.
fn is_within(address: &str) -> bool {
    let address = address.trim();
    let pixels = ["png", "jpeg", "jpg", "webp", "gif"];
    let carried = address.strip_prefix("data:image/").is_some_and(|rest| {
        pixels.iter().any(|format| rest.strip_prefix(format).is_some_and(|it| it.starts_with(';')))
    });
    address.is_empty() || address.starts_with('#') || carried
}

/// Refuses style rules that load; an escaped letter could hide one.
fn refuse_style(style: &str) -> Result<(), Refused> {
    let refuse = |what: &str| Err(Refused::Unsafe(what.to_owned()));
    let lower = style.to_ascii_lowercase();
    if lower.contains("@import") {
        return refuse("@import");
    }
    for function in ["image(", "image-set(", "src(", "\\"] {
        if lower.contains(function) {
            return refuse(function);
        }
    }
    let mut rest = lower.as_str();
    while let Some((_, after)) = rest.split_once("url(") {
        let Some((address, after)) = after.split_once(')') else { return refuse("url(") };
        if !is_within(address.trim().trim_matches(['"', '\''])) {
            return refuse("url(");
        }
        rest = after;
    }
    Ok(())
}

fn local(name: &str) -> &str {
    name.rsplit(':').next().unwrap_or(name).trim()
}

fn is(namespace: &ResolveResult<'_>, wanted: &str) -> bool {
    matches!(namespace, ResolveResult::Bound(bound) if bound.as_ref() == wanted)
}

fn broken(error: &quick_xml::Error) -> Refused {
    Refused::Broken(error.to_string())
}

fn write(writer: &mut Writer<Vec<u8>>, event: Event<'_>) -> Result<(), Refused> {
    writer.write_event(event).map_err(|error| Refused::Broken(error.to_string()))
}
