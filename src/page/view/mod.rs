//! What templates see: small, ready-made values, and no type of the model.
//!
//! Every text is in the page's language already, dates and numbers formatted, addresses complete.
//! A [`Words`] carries the language it is in where that is not the page's. Absent facts are absent
//! (`null`, or not there at all), never empty strings.
//!
//! Every template gets three variables: `page`, a [`PageView`]; `site`, the [`SiteView`] of the page's
//! language; and `view`, the [`View`] of what the page shows, whose shape depends on the template.

mod date;
mod door;
mod entry;
mod facts;
mod figures;
mod frame;
mod list;
mod ready;

use serde::Serialize;

pub use date::{AgendaMonth, CalendarView, DayCell, MonthView, Weekday};
pub use door::{DoorLanguage, DoorView, NotFoundLanguage, NotFoundView, RedirectView};
pub use entry::{
    Ageing, AlertView, Borrowed, Checked, EntryView, FreePageView, PictureView, ProseView,
    SourceView,
};
pub use facts::{
    AccessView, BookingView, ContactView, Facts, FeeView, HolidayView, HoursRow, HoursView,
    NextTime, PhoneView, PlaceView, PriceView, When,
};
pub use figures::{
    BarView, ChartView, DataFileView, DataSetView, FieldView, MapView, OpenDataView, ProgressView,
    TilesView,
};
pub use frame::{
    Ages, Alternate, CalendarLink, Clock, Crumb, Day, FeedLink, Licence, Link, Membership,
    OpenGraph, PageView, PreviewView, SiteView, Words,
};
pub use list::{
    Bit, Card, Choice, ChoiceGroup, FacetsView, Figure, HomeView, Leaf, LetterView, ListingView,
    NameView, NamesView, Pager, Plural, SearchView, TermView,
};
pub use ready::Ready;

/// What a page shows: one variant a template.
#[derive(Debug, Serialize)]
#[serde(untagged)]
pub enum View {
    /// `door.html`
    Door(DoorView),
    /// `home.html`
    Home(Box<HomeView>),
    /// `listing.html`: partners, spaces or events, and those of one kind
    Listing(ListingView),
    /// `partner.html`, `space.html`, `event.html`
    Entry(Box<EntryView>),
    /// `term.html`: a theme, a district, an audience
    Term(TermView),
    /// `index-of-names.html`
    Names(NamesView),
    /// `calendar.html`
    Calendar(CalendarView),
    /// `month.html`
    Month(MonthView),
    /// `map.html`
    Map(MapView),
    /// `search.html`
    Search(SearchView),
    /// `progress.html`
    Progress(ProgressView),
    /// `open-data.html`
    OpenData(OpenDataView),
    /// `page.html`
    Page(FreePageView),
    /// `not-found.html`
    NotFound(NotFoundView),
    /// `offline.html`
    Offline,
}
