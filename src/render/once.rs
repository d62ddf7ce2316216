//! Parts of pages that many pages show, rendered once.
//!
//! In: a value, and the component that shows it. Out: its HTML, or a mark for it ([`parts`]). Promise:
//! the page holds what the component gives where it stands. A component sees nothing but its
//! arguments, and a value behind which anybody else stands does not change; so a value is known by
//! its place in memory, and what is remembered holds it there. A mark is for writing into the page: a
//! further filter would work on the mark.

use std::cell::Cell;
use std::sync::{Arc, OnceLock, Weak};

use quick_cache::{Equivalent, sync::Cache};
use tera::{Context, Kwargs, Tera, TeraResult, Value};

use super::parts::{self, Part, Parts};

/// How many parts are remembered: the cards of forty thousand entries, in one language, some of them in
/// two forms.
const REMEMBERED: usize = 1 << 16;

/// The argument of a component that gets the value.
const VALUE: &str = "of";
/// The argument of a component that says the level of its heading.
const LEVEL: &str = "level";
/// The argument of a component that says what it is shown at, such as the section of a page.
const AT: &str = "at";

/// How a value is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Manner<S> {
    component: S,
    level: Option<i64>,
    at: Option<S>,
}

/// What is remembered by: a value, and how it is shown.
#[derive(Clone, Debug, PartialEq, Eq, Hash)]
struct Asked<S> {
    /// Where the value's members stand in memory.
    place: usize,
    manner: Manner<S>,
}

impl Equivalent<Asked<Box<str>>> for Asked<&str> {
    fn equivalent(&self, other: &Asked<Box<str>>) -> bool {
        let (own, known) = (&self.manner, &other.manner);
        self.place == other.place
            && own.component == &*known.component
            && own.level == known.level
            && own.at == known.at.as_deref()
    }
}

impl Asked<&str> {
    fn to_owned(&self) -> Asked<Box<str>> {
        let Manner { component, level, at } = self.manner;
        let manner = Manner { component: component.into(), level, at: at.map(Into::into) };
        Asked { place: self.place, manner }
    }
}

/// What a component made of a value.
#[derive(Clone, Debug)]
enum Html {
    /// Elements: a page is told where they stand.
    Part(Arc<Part>),
    /// Anything else, such as attributes.
    Inline(Value),
}

impl Html {
    fn of(html: String) -> Self {
        Part::of(html).map_or_else(|html| Self::Inline(Value::safe_string(&html)), Self::Part)
    }

    /// What a template writes.
    fn written(self) -> Value {
        match self {
            Self::Part(part) => Value::safe_string(&parts::mark(part)),
            Self::Inline(html) => html,
        }
    }
}

/// What is remembered.
#[derive(Clone, Debug)]
struct Shown {
    html: Html,
    /// As long as it is held, nothing else can stand in its place.
    _value: Value,
}

/// The filter `once(component, level?, at?)`.
#[derive(Debug)]
pub(super) struct Once {
    /// The templates that it is a filter of.
    voice: OnceLock<Weak<Tera>>,
    known: Cache<Asked<Box<str>>, Shown>,
}

impl Default for Once {
    fn default() -> Self {
        Self { voice: OnceLock::new(), known: Cache::new(REMEMBERED) }
    }
}

thread_local! {
    /// Why a component could not be rendered: of a filter's error the page tells no more than where
    /// the filter stands.
    static FAULT: Cell<Option<tera::Error>> = const { Cell::new(None) };
}

/// Why the component failed that made this thread's rendering fail, where one did.
pub(super) fn fault() -> Option<tera::Error> {
    FAULT.take()
}

impl Once {
    /// Renders with these templates from now on.
    pub(super) fn speak(&self, tera: &std::sync::Arc<Tera>) {
        // It is told once, by whoever made it.
        let _ = self.voice.set(std::sync::Arc::downgrade(tera));
    }

    /// Lets everything go: other values will be asked for from now on.
    pub(super) fn forget(&self) {
        self.known.clear();
    }

    /// How many parts are remembered.
    #[cfg(test)]
    pub(super) fn len(&self) -> usize {
        self.known.len()
    }

    /// A value, shown by a component.
    pub(super) fn show(&self, value: &Value, kwargs: &Kwargs) -> TeraResult<Value> {
        let manner = Manner {
            component: kwargs.must_get::<&str>("component")?,
            level: kwargs.get::<i64>(LEVEL)?,
            at: kwargs.get::<&str>(AT)?,
        };
        let Some(members) = value.as_map() else {
            return Ok(self.render(value, &manner)?.written());
        };
        let asked = Asked { place: std::ptr::from_ref(members).addr(), manner };
        if let Some(known) = self.known.get(&asked) {
            return Ok(known.html.written());
        }
        let html = self.render(value, &asked.manner)?;
        self.known.insert(asked.to_owned(), Shown { html: html.clone(), _value: value.clone() });
        Ok(html.written())
    }

    fn render(&self, value: &Value, manner: &Manner<&str>) -> TeraResult<Html> {
        let component = manner.component;
        let mut arguments = Context::new();
        arguments.insert_value(VALUE, value.clone());
        if let Some(level) = manner.level {
            arguments.insert(LEVEL, &level);
        }
        if let Some(at) = manner.at {
            arguments.insert(AT, at);
        }
        let voice = self.voice.get().and_then(Weak::upgrade);
        let render = || voice.map(|tera| tera.render_component(component, &arguments, None, true));
        let (rendered, parts) = Parts::of(render);
        let unready = || Err(tera::Error::message(format!("`{component}`")));
        rendered.unwrap_or_else(unready).map(|html| Html::of(parts.put_back(html))).map_err(
            |error| {
                let told = tera::Error::message(error.to_string());
                // Of components within components the innermost knows best.
                FAULT.set(FAULT.take().or(Some(error)));
                told
            },
        )
    }
}

#[cfg(test)]
mod tests {
    use std::sync::Arc;

    use tera::State;

    use super::*;

    /// A voice with one component, and its filter.
    fn voice(component: &str) -> (Arc<Tera>, Arc<Once>) {
        let once = Arc::new(Once::default());
        let mut tera = Tera::default();
        let filter = Arc::clone(&once);
        tera.register_filter("once", move |value: &Value, kwargs: Kwargs, _: &State<'_>| {
            filter.show(value, &kwargs)
        });
        let page =
            "{% for it in all %}{{ it | once(component=\"part\", level=level) }}{% endfor %}";
        tera.add_raw_templates([("part.html", component), ("page.html", page)]).unwrap();
        let tera = Arc::new(tera);
        once.speak(&tera);
        (tera, once)
    }

    fn page(tera: &Tera, all: &[Value], level: i64) -> TeraResult<String> {
        let mut context = Context::new();
        context.insert_value("all", Value::from(all.to_vec()));
        context.insert("level", &level);
        let (page, parts) = Parts::of(|| tera.render("page.html", &context));
        page.map(|page| parts.put_back(page))
    }

    fn named(name: &str) -> Value {
        Value::from_serializable(&std::collections::BTreeMap::from([("name", name)]))
    }

    const PART: &str = "{% component part(of: map, level: integer) %}<h{{ level }}>{{ of.name }}</h{{ level }}>{% endcomponent part %}";

    #[test]
    fn a_value_is_rendered_once_in_each_form() {
        let (tera, once) = voice(PART);
        let (a, b) = (named("<a>"), named("b"));
        let all = [a.clone(), b.clone(), a.clone()];
        for _ in 0..2 {
            assert_eq!(
                page(&tera, &all, 3).unwrap(),
                "<h3>&lt;a&gt;</h3><h3>b</h3><h3>&lt;a&gt;</h3>"
            );
            assert_eq!(
                page(&tera, &all, 2).unwrap(),
                "<h2>&lt;a&gt;</h2><h2>b</h2><h2>&lt;a&gt;</h2>"
            );
        }
        assert_eq!(once.len(), 4);
    }

    #[test]
    fn a_value_is_rendered_once_for_each_place_that_it_is_shown_at() {
        let at = "{% component at(of: map, at: string) %}<p>{{ of.name }} {{ at }}</p>{% endcomponent at %}";
        let (_voice, once) = voice(&format!("{PART}{at}"));
        let value = named("a");
        for place in ["x", "y", "x"] {
            let kwargs =
                Kwargs::from([("component", Value::from("at")), ("at", Value::from(place))]);
            let (shown, parts) = Parts::of(|| once.show(&value, &kwargs));
            let shown = shown.unwrap().as_str().unwrap().to_owned();
            assert_eq!(parts.put_back(shown), format!("<p>a {place}</p>"));
        }
        assert_eq!(once.len(), 2);
    }

    #[test]
    fn another_value_is_never_taken_for_one_that_is_gone() {
        let (tera, once) = voice(PART);
        for number in 0..1_000 {
            let name = number.to_string();
            assert_eq!(page(&tera, &[named(&name)], 3).unwrap(), format!("<h3>{name}</h3>"));
            if number % 100 == 0 {
                once.forget();
                assert_eq!(once.len(), 0);
            }
        }
    }

    #[test]
    fn a_fault_is_told_where_it_is_and_by_nobody_else() {
        let (tera, _) = voice(
            "{% component part(of: map, level: integer) %}{{ of.a.b }}{% endcomponent part %}",
        );
        assert!(page(&tera, &[named("x")], 3).is_err());
        let told = fault().unwrap();
        assert!(
            matches!(told.kind(), tera::ErrorKind::RenderingError(it) if it.filename() == "part.html")
        );
        assert!(fault().is_none());
        assert!(page(&tera, &[Value::from(1)], 3).is_err());
        assert!(fault().is_some());
        let unknown = page(&voice("").0, &[named("x")], 3);
        assert!(unknown.is_err());
        assert!(matches!(fault().unwrap().kind(), tera::ErrorKind::ComponentNotFound(_)));
    }
}
