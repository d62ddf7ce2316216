### What belongs to one kind of page.

## Home

home-lede = Who teaches what, where and when: one directory, kept by the bodies that are building a learning city together.
home-soon = On soon
home-past = What has been
home-nothing-soon = No events have been announced just now.
home-calendar = The whole calendar
home-space-kinds = Spaces by kind
home-questions = What people ask first
home-near = Near you
home-near-find = Find what is nearest
home-near-note = Your location stays on your device.
home-near-refused = Your location is not known. Choose a district below.
home-districts = By district
home-spaces = All the spaces
home-themes = What would you like to learn?
home-audiences = Who is it for?
home-free = Free to learn
home-free-all = Everything that is free
home-who = Who is behind it
home-network-text = The bodies that signed up to, coordinate and support learning for everyone, all life long.
home-partners = Meet all the partners
home-figures = In numbers
home-progress = How the network is doing

## Figures

figure-partners = Partners
figure-spaces = Spaces
figure-events = Events
figure-coming = Events to come
figure-districts = Districts with a space
figure-free = Spaces free to enter
figure-verified = Entries checked by a person

## Listings

listing-count = { $kind ->
    [partners] { $count ->
        [one] { $count } partner
       *[other] { $count } partners
    }
    [spaces] { $count ->
        [one] { $count } space
       *[other] { $count } spaces
    }
   *[events] { $count ->
        [one] { $count } event
       *[other] { $count } events
    }
}
listing-lede = { $class ->
    [partner] The bodies that signed up to, coordinate and support the learning city.
    [space] Places that are open for learning, by name.
   *[event] What is to come first, then what has been.
}
listing-by-kind = By kind
listing-by-district = By district
listing-by-theme = By theme
listing-by-audience = By audience
listing-coming = To come
listing-past = Past
listing-nothing-coming = No events have been announced just now.
listing-empty = There is nothing here yet.
listing-names = Look it up in the index of names
pager-label = Pages of the list
pager-position = Page { $page } of { $pages }
pager-previous = Previous page
pager-next = Next page

## Narrowing a listing

filter-when = When
filter-when-any = Any day
filter-when-today = Today
filter-when-tomorrow = Tomorrow
filter-when-weekend = This weekend
filter-when-week = The next seven days
filter-sort = Order
filter-sort-usual = { $class ->
    [event] By date
   *[other] By name
}
filter-sort-newest = Newest here
filter-sort-nearest = Nearest to me
filter-free = Free
filter-accessible = Wheelchair access
filter-open = Open now
filter-reset = Clear all choices
filter-remove = Remove: { $choice }
filter-none = Nothing fits all of these choices. Take one away.
filter-failed = The choices could not be fetched. The list below is whole.
filter-narrow = Narrow this list further
filter-locate = Use my location
filter-locating = Asking your device where you are …
filter-refused = Your location is not known, so the list stays in its usual order. You can choose a district instead.
filter-far = The nearest is { $distance } km away from where you are.
filter-away = { $distance } km away

## Partners, spaces, events

entry-facts = The facts
entry-about = { $class ->
    [partner] About this partner
    [space] About this place
   *[event] About this event
}
entry-code = Point a phone’s camera here to open this page.
entry-gallery = Pictures
entry-themes = Themes
entry-related = { $class ->
    [partner] Related
    [space] Related and near by
   *[event] You may also like
}
entry-sources = Sources
entry-partners = { $class ->
    [space] Run by
   *[event] Organised by
}
entry-spaces = { $class ->
    [partner] Spaces it runs
   *[space] Parts of this place
}
entry-events = { $class ->
    [partner] Events it organises
   *[space] Events here
}
entry-past-events = Past events
entry-next-times = Next times
entry-abbreviation = ({ $short })
picture-credit = Photo: { $credit }
picture-licence = Licence { $licence }

## The facts, row by row

facts-when = When
facts-except = Not on
facts-hours = Open
hours-caption = Opening hours of a week
hours-rule = Opening hours in OpenStreetMap’s notation
facts-where = Where
# Stands between the parts of an address
address-separator = { ", " }
place-online = A place to learn online
place-join-online = Join online
place-geo = Open in a map app
place-map = See on OpenStreetMap
facts-cost = { $class ->
    [space] Admission
   *[event] Cost
}
facts-for = For
facts-booking = { $class ->
    [space] Booking
   *[event] Registration
}
booking-required = Please book ahead
booking-not-required = No booking needed, just come
booking-seats = { $seats } places
booking-opens = Opens on { $date }
booking-closes = Closes on { $date }
booking-link = { $class ->
    [space] Book on the web
   *[event] Register on the web
}
facts-transport = Getting there
facts-access = Access
access-not-known = Nothing is known yet about ramps, toilets and other access for disabled people.
facts-amenities = On site
facts-capacity = Room for
capacity-people = { $people } people
facts-languages = Languages
facts-contact = Contact
contact-call = { $number }
contact-line = LINE { $account }
contact-facebook = Facebook { $account }
facts-roles = Role
partner-since = In the network since { $date }
facts-part-of = Part of
facts-building-blocks = Building blocks
facts-goals = SDGs

## The check of the facts

checked-title = { $class ->
    [fresh] Checked
    [ageing] Due to be checked again
    [stale] Not checked for a long time
   *[unverified] Not yet checked by a person
}
checked-on = A person checked the facts on this page on { $date }
checked-age = ({ $age })
checked-note = { $class ->
    [ageing] Some of them may have changed.
   *[stale] Much may have changed. Please ask before you go.
}
checked-never = { $class ->
    [partner] These facts were gathered from public sources; nobody has asked the partner yet.
    [space] These facts were gathered from public sources; nobody has called or visited yet. Please ask before you go.
   *[event] These facts were gathered from public sources; nobody has asked the organisers yet.
}
checked-by = Checked by:
checked-method = How: { $method }
checked-report = Report a mistake

## What to do with a page

share = Share this page
share-copied = The address has been copied
print = Print

## Notices at the top

notice-alert-until = This notice holds until { $date }
notice-status-title = { $status ->
    [temporarily-closed] Temporarily closed
    [closed] Closed for good
    [cancelled] Cancelled
    [postponed] Postponed
    [rescheduled] Moved to a new date
    [full] Fully booked
   *[past] This event is over
}
notice-status-text = { $status ->
    [temporarily-closed] This place is not open just now. The hours on this page are its usual ones.
    [closed] This page is kept so that links to it still work; it is no longer listed or found by search.
    [cancelled] This event will not take place.
    [postponed] The new date will be given here.
    [rescheduled] The date and time on this page are the new ones.
    [full] No more places; the organisers will say if any come free.
   *[past] The page is kept as a record.
}
notice-was-on = Was to be on { $date }
notice-draft = This page is not published yet
borrowed-whole = { $code ->
    [th] This page has not been translated into English yet; the text below is the Thai original.
   *[other] This page has not been translated into English yet; the text below is the original ({ $language }).
}
borrowed-part = { $code ->
    [th] Some of this page has not been translated yet and is shown in Thai.
   *[other] Some of this page has not been translated yet and is shown in another language ({ $language }).
}
borrowed-link = Read the original page

## Themes, districts, audiences

term-part = { $part ->
    [themes] Theme
    [districts] District
   *[audiences] Audience
}
term-count = { $count ->
    [one] { $count } entry
   *[other] { $count } entries
}
term-goals = Sustainable Development Goals it serves
term-others = { $part ->
    [themes] Other themes
    [districts] Other districts
   *[audiences] Other audiences
}

## Index of names

names-title = Index of names
names-lede = Every partner and space, in alphabetical order.
names-letters = Jump to a letter
names-empty = There are no names yet.

## Calendar

calendar-lede = What is to come, by date.
calendar-empty = No events have been announced just now.
calendar-grid-of = See { $month } as a grid
calendar-take = In your own calendar
calendar-add = Add to my calendar
calendar-subscribe = Subscribe to these events
calendar-file = Download the calendar file
feed-news = Latest updates
feed-events = New events
calendar-months = Month by month
month-caption = Events in { $month }
month-label = The months before and after
month-holidays = Public holidays
month-events = Events of this month
month-empty = There are no events in this month yet.
month-day-events = { $count ->
    [one] { $count } event
   *[other] { $count } events
}
month-calendar = Everything to come

## Map

map-title = Map of spaces
map-lede = The numbers on the map are those of the list.
map-lede-groups = A number on the map is the count of spaces in a district.
# $district (a name), $count
map-group = { $count ->
    [one] { $district }: { $count } space
   *[other] { $district }: { $count } spaces
}
map-all = All spaces
# $host: the tile server's name
map-tiles-told = A street map can be loaded from { $host }. Your browser then asks that server for pictures, and it learns your IP address and which part of the map you look at.
map-tiles-load = Load the street map
map-tiles-back = Back to the drawn map
map-tiles-failed = { $host } did not answer. The drawn map needs no network.
map-zoom-in = Zoom in
map-zoom-out = Zoom out
map-note = The map is drawn into this page and loads nothing from elsewhere.
map-places = Spaces on the map
map-others = Spaces without a location yet
map-empty = No space has a location yet.

## Search

search-found = { $count ->
    [one] { $count } result
   *[other] { $count } results
}
search-none = Nothing was found. Try fewer or other words, or fewer choices.
search-near = Nothing has all of these words. The nearest:
search-failed = The index of the search could not be fetched. Try again, or choose a list below.
search-more = Show more
search-kind = Kind
search-district = District
search-theme = Theme
search-any = All
search-free = Free
search-accessible = Wheelchair access
search-no-script = Searching by words needs JavaScript. The lists below hold everything.
search-browse = Or look through the lists

## The network in numbers

progress-title = The network in numbers
progress-lede = For the partners who follow the work, and for the report that the city owes UNESCO every two years.
progress-download = Download these numbers:
progress-count = Number
progress-building-blocks = Building blocks of a learning city
    .caption = Partners, spaces and events by UNESCO’s six building blocks
    .column = Building block
progress-goals = Sustainable Development Goals
    .caption = Partners, spaces and events by the United Nations’ 17 goals
    .column = Goal
progress-themes = Themes
    .caption = Partners, spaces and events by theme
    .column = Theme
progress-districts = Districts
    .caption = Spaces in each district
    .column = District
progress-kinds = Kinds of spaces
    .caption = Spaces by kind
    .column = Kind
progress-roles = Roles of partners
    .caption = Partners by their role in the network
    .column = Role
progress-ages = Ages
    .caption = Spaces and events open to each age
    .column = Age
progress-cost = Cost
    .caption = Spaces and events by what they cost
    .column = Cost
progress-access = Wheelchair access
    .caption = Spaces by wheelchair access
    .column = Access
progress-freshness = Checks of the facts
    .caption = Partners, spaces and events by the age of their last check
    .column = Check
progress-events = Events by month
    .caption = Events in each month
    .column = Month
progress-translation = Languages of the content
    .caption = Partners, spaces and events by what they have in each language
    .column = Language
progress-unknown = Not known
progress-ages-0-6 = Early years, 0–6
progress-ages-7-12 = Children, 7–12
progress-ages-13-17 = Teenagers, 13–17
progress-ages-18-59 = Adults, 18–59
progress-ages-60 = Older people, 60 and over
progress-complete = { $language }: complete
progress-partial = { $language }: in part
progress-missing = { $language }: missing

## Not found

offline-title = No network
offline-text = This page has not been kept on your device. Pages that you opened before can still be read.
offline-retry = Try again
offline-copies = Pages on this device
# $date, $time: when the copy was made
offline-copy = There is no network. This is a copy that your device made on { $date } at { $time }; things may have changed since.
not-found-title = Page not found
not-found-text = The address may be mistyped, or the page has moved. Try one of these.

## What search results say of a page

description-listing = { $count ->
    [one] { $title }: { $count } entry, with its place, times, cost and how to get in touch.
   *[other] { $title }: { $count } entries, with places, times, costs and how to get in touch.
}
description-term = { $count ->
    [one] { $term }: learning spaces, events and partners, { $count } entry in all.
   *[other] { $term }: learning spaces, events and partners, { $count } entries in all.
}
description-names = Every partner and learning space, in alphabetical order.
description-calendar = Learning events to come, by date.
description-month = Learning events and public holidays in { $month }.
description-map = A map of the learning spaces, with a list of them.
description-search = Search partners, learning spaces and events by name, place and what they offer, in Thai or English.
description-progress = Partners, learning spaces and events in numbers: by UNESCO’s building blocks, SDGs, district and age.
