//! Markdown to HTML.
//!
//! Events of the parser pass through once: headings are shifted so that the topmost is level 2 and
//! get ids, links and pictures get the addresses of the published tree, and a line break between
//! two Thai letters goes, because it would show as a space.

use pulldown_cmark::{CowStr, Event, HeadingLevel, LinkType, Tag, TagEnd, html};

use super::heading::HeadingIds;
use super::{clean, joins_without_space, parser};

/// Where links and pictures lead in the published tree.
pub trait Targets {
    /// The page of `kind/slug`, in the page's language.
    fn entry(&self, target: &str) -> Option<Target>;
    /// The address of any other link; none drops the link and keeps its words.
    fn link(&self, address: &str) -> Option<String>;
    /// A picture of the content.
    fn picture(&self, file: &str) -> Option<Picture>;
    /// A word of the interface in the page's language.
    fn message(&self, id: &'static str) -> String;
}

/// A page that a smart link leads to.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Target {
    /// Its address.
    pub url: String,
    /// Its name in the page's language, or as near as there is.
    pub name: String,
    /// The language of the name, where it is not the page's.
    pub lang: Option<String>,
}

/// A published picture.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Picture {
    /// Its address.
    pub url: String,
    /// Its WebP forms, as `srcset` names them.
    pub srcset: Option<String>,
    /// Its size in pixels, where it is known.
    pub size: Option<(u32, u32)>,
}

/// How wide a picture of a prose is shown: the column of text, or the whole of a phone.
const SIZES: &str = "(min-width: 44rem) 40rem, 100vw";

/// Renders a prose.
pub fn render(markdown: &str, targets: &impl Targets) -> String {
    let events: Vec<Event<'_>> = parser(markdown).collect();
    let raw = events.iter().any(|event| matches!(event, Event::Html(_) | Event::InlineHtml(_)));
    let top = topmost(&events);
    let mut renderer = Renderer { targets, ids: HeadingIds::default(), top, out: Vec::new() };
    renderer.block(events);
    let mut page = String::with_capacity(markdown.len() * 3 / 2);
    html::push_html(&mut page, renderer.out.into_iter());
    if raw { clean::clean(&page) } else { page }
}

/// The level of the topmost heading, 1 to 6; 2 where there is none.
fn topmost(events: &[Event<'_>]) -> usize {
    let levels = events.iter().filter_map(|event| match event {
        Event::Start(Tag::Heading { level, .. }) => Some(*level as usize),
        _ => None,
    });
    levels.min().unwrap_or(2)
}

struct Renderer<'e, 't, T> {
    targets: &'t T,
    ids: HeadingIds,
    top: usize,
    out: Vec<Event<'e>>,
}

impl<'e, T: Targets> Renderer<'e, '_, T> {
    fn block(&mut self, events: Vec<Event<'e>>) {
        let mut events = events.into_iter().peekable();
        let mut before = None;
        // Links without an address of their own: their end tags go too.
        let mut dropped: Vec<bool> = Vec::new();
        while let Some(event) = events.next() {
            match event {
                Event::Start(Tag::Heading { level, id, classes: _, attrs: _ }) => {
                    let mut inner = Vec::new();
                    for event in events.by_ref() {
                        if matches!(event, Event::End(TagEnd::Heading(_))) {
                            break;
                        }
                        inner.push(event);
                    }
                    self.heading(level, id.as_deref(), inner);
                }
                Event::Start(Tag::Link {
                    link_type: LinkType::WikiLink { has_pothole },
                    dest_url,
                    ..
                }) => {
                    let mut inner = Vec::new();
                    for event in events.by_ref() {
                        if matches!(event, Event::End(TagEnd::Link)) {
                            break;
                        }
                        inner.push(event);
                    }
                    self.smart_link(&dest_url, has_pothole.then_some(inner));
                }
                Event::Start(Tag::Link { link_type, dest_url, title, id }) => {
                    let address = match link_type {
                        LinkType::Email => Some(format!("mailto:{dest_url}")),
                        _ => self.targets.link(&dest_url),
                    };
                    dropped.push(address.is_none());
                    if let Some(address) = address {
                        let dest_url = address.into();
                        let link_type = LinkType::Inline;
                        self.out.push(Event::Start(Tag::Link { link_type, dest_url, title, id }));
                    }
                }
                Event::End(TagEnd::Link) => {
                    if !dropped.pop().unwrap_or(false) {
                        self.out.push(Event::End(TagEnd::Link));
                    }
                }
                Event::Start(Tag::Image { dest_url, title, .. }) => {
                    let mut alt = String::new();
                    for event in events.by_ref() {
                        match event {
                            Event::End(TagEnd::Image) => break,
                            Event::Text(text) | Event::Code(text) => alt.push_str(&text),
                            _ => {}
                        }
                    }
                    self.picture(&dest_url, &alt, &title);
                }
                Event::Start(Tag::Table(columns)) => {
                    let label = escape(&self.targets.message("prose-table"));
                    let open = format!(
                        "<div class=\"scroll\" role=\"region\" tabindex=\"0\" aria-label=\"{label}\">"
                    );
                    self.out.push(Event::Html(open.into()));
                    self.out.push(Event::Start(Tag::Table(columns)));
                }
                Event::End(TagEnd::Table) => {
                    self.out.push(Event::End(TagEnd::Table));
                    self.out.push(Event::Html("</div>\n".into()));
                }
                Event::TaskListMarker(done) => {
                    let (mark, message) =
                        if done { ("☑", "prose-task-done") } else { ("☐", "prose-task-open") };
                    let label = escape(&self.targets.message(message));
                    let mark = format!("<span role=\"img\" aria-label=\"{label}\">{mark}</span> ");
                    self.out.push(Event::InlineHtml(mark.into()));
                }
                Event::SoftBreak => {
                    let after = match events.peek() {
                        Some(Event::Text(text)) => text.chars().next(),
                        _ => None,
                    };
                    if !joins_without_space(before, after) {
                        self.out.push(Event::SoftBreak);
                    }
                }
                Event::Text(text) => {
                    before = text.chars().next_back();
                    self.out.push(Event::Text(text));
                    continue;
                }
                other => self.out.push(other),
            }
            before = None;
        }
    }

    fn heading(&mut self, level: HeadingLevel, id: Option<&str>, inner: Vec<Event<'e>>) {
        let words: String = inner
            .iter()
            .filter_map(|event| match event {
                Event::Text(text) | Event::Code(text) => Some(text.as_ref()),
                _ => None,
            })
            .collect();
        let level = (level as usize + 2 - self.top).clamp(2, 6);
        let id = self.ids.next(id, &words);
        self.out.push(Event::Html(format!("<h{level} id=\"{}\">", escape(&id)).into()));
        self.block(inner);
        self.out.push(Event::Html(format!("</h{level}>\n").into()));
    }

    /// A smart link with its own words, or with the name of what it leads to.
    fn smart_link(&mut self, target: &str, label: Option<Vec<Event<'e>>>) {
        let Some(found) = self.targets.entry(target) else {
            let words = label.unwrap_or_else(|| vec![Event::Text(target.to_owned().into())]);
            return self.block(words);
        };
        let url = escape(&found.url);
        match label {
            Some(words) => {
                self.out.push(Event::InlineHtml(format!("<a href=\"{url}\">").into()));
                self.block(words);
            }
            None => {
                let lang = found.lang.map(|lang| format!(" lang=\"{}\"", escape(&lang)));
                let lang = lang.unwrap_or_default();
                self.out.push(Event::InlineHtml(format!("<a href=\"{url}\"{lang}>").into()));
                self.out.push(Event::Text(found.name.into()));
            }
        }
        self.out.push(Event::InlineHtml(CowStr::Borrowed("</a>")));
    }

    /// A picture in the widths of a text, with its title below: who made it, and on what terms.
    fn picture(&mut self, file: &str, alt: &str, title: &str) {
        let Some(picture) = self.targets.picture(file) else {
            return self.out.push(Event::Text(alt.to_owned().into()));
        };
        let size =
            picture.size.map(|(width, height)| format!(" width=\"{width}\" height=\"{height}\""));
        let image = format!(
            "<img src=\"{}\" alt=\"{}\"{} loading=\"lazy\" decoding=\"async\">",
            escape(&picture.url),
            escape(alt),
            size.unwrap_or_default(),
        );
        let image = match &picture.srcset {
            Some(srcset) => format!(
                "<picture><source type=\"image/webp\" srcset=\"{}\" sizes=\"{SIZES}\">{image}</picture>",
                escape(srcset),
            ),
            None => image,
        };
        let image = match title.trim() {
            "" => image,
            title => {
                format!("<span class=\"figure\">{image} <small>{}</small></span>", escape(title))
            }
        };
        self.out.push(Event::InlineHtml(image.into()));
    }
}

/// Text that can stand in HTML and in an attribute in double quotes.
pub(crate) fn escape(text: &str) -> String {
    let mut escaped = String::with_capacity(text.len());
    for letter in text.chars() {
        match letter {
            '&' => escaped.push_str("&amp;"),
            '<' => escaped.push_str("&lt;"),
            '>' => escaped.push_str("&gt;"),
            '"' => escaped.push_str("&quot;"),
            _ => escaped.push(letter),
        }
    }
    escaped
}

#[cfg(test)]
mod tests {
    use super::*;

    struct Nowhere;

    impl Targets for Nowhere {
        fn entry(&self, target: &str) -> Option<Target> {
            (target == "spaces/lake").then(|| Target {
                url: "/th/spaces/lake/".to_owned(),
                name: "บึง <แก่นนคร>".to_owned(),
                lang: None,
            })
        }
        fn link(&self, address: &str) -> Option<String> {
            (!address.starts_with("javascript:")).then(|| address.to_owned())
        }
        fn picture(&self, file: &str) -> Option<Picture> {
            (file == "a.jpg").then(|| Picture {
                url: "/assets/a.jpg".to_owned(),
                srcset: Some("/assets/a.webp 4w".to_owned()),
                size: Some((4, 3)),
            })
        }
        fn message(&self, id: &'static str) -> String {
            id.to_owned()
        }
    }

    #[test]
    fn headings_shift_to_level_two_with_thai_ids() {
        assert_eq!(
            render("# ห้องสมุด\n\n### ลึก", &Nowhere),
            "<h2 id=\"ห้องสมุด\">ห้องสมุด</h2>\n<h4 id=\"ลึก\">ลึก</h4>\n"
        );
        assert_eq!(render("### ก {#x}", &Nowhere), "<h2 id=\"x\">ก</h2>\n");
    }

    #[test]
    fn links_lead_into_the_published_tree() {
        assert_eq!(
            render("[[spaces/lake]] [[spaces/lake|ริมบึง]] [x](javascript:y)", &Nowhere),
            "<p><a href=\"/th/spaces/lake/\">บึง &lt;แก่นนคร&gt;</a> \
             <a href=\"/th/spaces/lake/\">ริมบึง</a> x</p>\n"
        );
        assert_eq!(
            render("![ก \"ข\"](a.jpg 'ภาพ: ก')", &Nowhere),
            "<p><span class=\"figure\"><picture><source type=\"image/webp\" \
             srcset=\"/assets/a.webp 4w\" sizes=\"(min-width: 44rem) 40rem, 100vw\">\
             <img src=\"/assets/a.jpg\" alt=\"ก &quot;ข&quot;\" width=\"4\" height=\"3\" \
             loading=\"lazy\" decoding=\"async\"></picture> <small>ภาพ: ก</small></span></p>\n"
        );
    }

    #[test]
    fn a_break_between_thai_letters_is_no_space() {
        assert_eq!(render("ขอน\nแก่น", &Nowhere), "<p>ขอนแก่น</p>\n");
        assert_eq!(render("Khon\nKaen", &Nowhere), "<p>Khon\nKaen</p>\n");
    }

    #[test]
    fn raw_html_is_cleaned_and_ours_stays() {
        let page = render(
            "ก <b onclick=\"x\">ข</b>\n\n| a |\n|---|\n| b |\n\n<script>x</script>",
            &Nowhere,
        );
        assert!(page.contains("<b>ข</b>") && page.contains("role=\"region\""), "{page}");
        assert!(!page.contains("script") && !page.contains("onclick"), "{page}");
    }
}
