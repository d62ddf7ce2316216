### What each field of the content means. One definition serves the field reference, completion in
### editors, the comments of new files and the hints of the browser's editor.
### `.label` is the field's short name, `.example` what an editor might write in it.

## Records

schema-record-partner = Partner
    .text = An organisation of the learning city's network.
schema-record-space = Learning space
    .text = A place, or a service on the web, where people learn.
schema-record-event = Event
    .text = What takes place on a day, once or again and again.
schema-record-translation = An entry's words in one language
    .text = What may stand above the text of SLUG.LANG.md. Facts stay in the entry's own file.
schema-record-page = Free page
    .text = What may stand above the text of a page. Each language has a file of its own.
schema-record-site = The site
    .text = The city, its languages and its address on the web.
schema-record-vocabulary = Vocabulary
    .text = The ids that entries use, each with what it is called in every language.
schema-record-holidays = Public holidays
    .text = The day of each public holiday, in the Common Era, with its name in every language.
    .example = New Year’s Day
schema-record-term = A word of the vocabulary
    .text = Beside these fields, what it is called is written with the language as the key.
schema-record-picture = Picture
    .text = A picture with the words that say what it shows.
schema-record-contact = Contact
    .text = Ways to reach someone.
schema-record-address = Address in parts
    .text = The address, each part in its own field.
schema-record-verified = Check of the facts
    .text = When a person last checked the facts, who, and how.
schema-record-alert = Notice
    .text = A short notice at the top of the page, until a day.
schema-record-source = Source
    .text = Where facts come from.
schema-record-ages = Ages
    .text = The ages it is meant for, in years.
schema-record-price = Price
    .text = What it costs, and for whom.
schema-record-booking = Booking
    .text = Whether and how to book.
schema-record-place = Place
    .text = A place that is no learning space of this directory.
schema-record-registration = Registration
    .text = How to get a place at the event.
schema-record-membership = Membership
    .text = The city's standing in UNESCO's Global Network of Learning Cities.
schema-record-map = Map
    .text = What the map is drawn from.

## Every entry

schema-entry-name = What it is called in each language. One language is enough; the others borrow it and say so.
    .label = Name
    .example = Riverside Library
schema-entry-summary = One or two plain sentences that lists and search results show. No more than 200 characters.
    .label = Summary
    .example = Read, borrow and work by the river, every day.
schema-entry-kind = What kind it is: an id of vocabulary.yaml.
    .label = Kind
schema-entry-aliases = Other names, short forms and common misspellings. People who search for one of them find this entry.
    .label = Other names
    .example = City Library
schema-entry-themes = What is learned here: ids of vocabulary.yaml.
    .label = Themes
schema-entry-building-blocks = The UNESCO building blocks of a learning city that it serves, 1 to 6.
    .label = Building blocks
schema-entry-sdgs = The Sustainable Development Goals that it serves, 1 to 17.
    .label = Sustainable Development Goals
schema-entry-image = The picture at the top of the page. The file stands beside the entry or in media/.
    .label = Picture
schema-entry-gallery = Further pictures.
    .label = More pictures
schema-entry-contact = Phone, e-mail, website and other ways to ask.
    .label = Contact
schema-entry-address = The address as one text, or in parts.
    .label = Address
    .example = 1 River Road
schema-entry-location = Latitude and longitude in decimal degrees, in this order, as map programs show them.
    .label = Position on the map
schema-entry-verified = The day on which a person last checked the facts. Say how, and by whom, if you can.
    .label = Last checked
schema-entry-alert = A short notice at the top of the page, such as a closure. It goes away by itself after its day.
    .label = Notice
schema-entry-consent = yes when the contact person has agreed to be named. A named person needs it.
    .label = The person agrees to be named
schema-entry-sources = Where the facts come from: web addresses, or titles.
    .label = Sources
schema-entry-former = Names in addresses that this entry had before. Old links keep working.
    .label = Former addresses
schema-entry-draft = yes while it is being written: it is left out of the published site.
    .label = Draft
schema-entry-status = closed keeps the page with a notice and takes the entry out of lists and search.
    .label = State
schema-entry-partners = The partners that run it: the names of their files.
    .label = Run by
schema-entry-audiences = Whom it is for: ids of vocabulary.yaml.
    .label = For whom
schema-entry-ages = The ages it is meant for, in years. Either end may be left out.
    .label = Ages
schema-entry-fee = free, donation, or a list of prices.
    .label = Cost
schema-entry-languages = Languages spoken there, as BCP 47 tags: th is Thai, en English, tts Isan.
    .label = Languages spoken

## Partners

schema-partner-abbreviation = The short form of the name.
    .label = Short form
    .example = RL
schema-partner-roles = What it does for the network.
    .label = Roles
schema-partner-joined = The day it joined the network.
    .label = Joined
schema-partner-logo = Its logo. The file stands beside the entry or in media/.
    .label = Logo

## Learning spaces

schema-space-part-of = The learning space that it is a part of: the name of that one's file.
    .label = Part of
schema-space-district = The district it lies in: an id of vocabulary.yaml. Needed unless it is online.
    .label = District
schema-space-hours = When it is open, by day. Times are local; an end before its start is past midnight. A rule of OpenStreetMap's opening_hours may be written instead.
    .label = Opening hours
schema-space-hours-note = What the opening hours cannot say.
    .label = Note on the hours
    .example = Closed for cleaning on the last Friday of the month
schema-space-booking = Whether one must book, and where.
    .label = Booking
schema-space-access = What makes it usable for everyone. Say only what you know: what is not said is shown as not known.
    .label = Access
schema-space-amenities = What is there: ids of vocabulary.yaml.
    .label = Amenities
schema-space-capacity = How many people it holds.
    .label = Holds (people)
schema-space-online = yes for a service on the web: it needs no district.
    .label = Online
schema-space-transport = How to get there.
    .label = Getting there
    .example = Five minutes on foot from the bus station

## Events

schema-event-starts = When it begins, in local time: a day, or a day and a time.
    .label = Begins
schema-event-ends = When it ends. A day includes itself.
    .label = Ends
schema-event-all-day = yes for a whole day. A day without a time means it already.
    .label = All day
schema-event-repeats = How it recurs: a rule of RFC 5545. FREQ=WEEKLY;BYDAY=SA;UNTIL=20270331 is every Saturday until that day.
    .label = Recurs
schema-event-except = Days on which it does not take place.
    .label = But not on
schema-event-also = Days on which it takes place besides, at the same time.
    .label = Also on
schema-event-event-status = What became of it. A cancelled event keeps its page and is cancelled in the calendars that people subscribe to.
    .label = State
schema-event-previous-start = When it was first announced for, if it has a new date.
    .label = First announced for
schema-event-space = The learning space it takes place in: the name of its file. Leave it out when there is a place.
    .label = At
schema-event-place = A place that is no learning space of this directory. Leave it out when there is a space.
    .label = At another place
schema-event-online-url = Where to join on the web.
    .label = Join online
schema-event-partners = The partners that hold it: the names of their files.
    .label = Held by
schema-event-registration = How to get a place.
    .label = Registration

## A translator's file, and free pages

schema-translation-name = The name in this file's language, if the facts do not give it.
    .label = Name
    .example = Riverside Library
schema-translation-summary = The summary in this file's language, if the facts do not give it.
    .label = Summary
    .example = Read, borrow and work by the river, every day.
schema-page-title = The title of the page.
    .label = Title
    .example = About us
schema-page-order = Where it stands among the pages: the smallest number first. Read from the default language's file.
    .label = Order
schema-page-summary = One or two sentences for search results.
    .label = Summary
    .example = Who keeps this directory, and how to reach us.

## site.yaml

schema-site-title = The name of the site.
    .label = Title
    .example = Sample City of Learning
schema-site-format = The version of this format that the content is written for. Without it, the first.
    .label = Version of the format
schema-site-tagline = One line under the title.
    .label = Tagline
    .example = The whole city is a classroom
schema-site-base-url = Where the site stands on the web, with https://. It may lie below another site.
    .label = Address on the web
schema-site-languages = The languages of the site as BCP 47 tags. The first is the default.
    .label = Languages
schema-site-formats = The Unicode locale that writes dates and numbers in a language.
    .label = Formats
schema-site-time-zone = The time zone in which all times are written, by its IANA name.
    .label = Time zone
schema-site-membership = The city's standing in UNESCO's network.
    .label = Membership
schema-site-theme = A folder in themes/.
    .label = Theme
    .example = default
schema-site-translation = What a missing translation is.
    .label = Missing translations
schema-site-review-after = How long a check of the facts holds, in days, weeks, months or years. Twice as long makes an entry stale.
    .label = Check again after
schema-site-centre = The middle of the map: latitude, longitude.
    .label = Centre of the map
schema-site-bounds = The south-west and the north-east corner of the city. A position outside is a warning.
    .label = Bounds of the city
schema-site-licence = The licence of the open data, such as CC-BY-4.0.
    .label = Licence
    .example = CC-BY-4.0
schema-site-map = What the map is drawn from. Nothing is needed.
    .label = Map
schema-site-contact = How to reach those who keep the site.
    .label = Contact
schema-site-corrections = Where a citizen reports a mistake: {"{kind}"}, {"{slug}"}, {"{lang}"} and {"{url}"} are replaced.
    .label = Report a mistake
    .example = mailto:hello@city.example?subject={"{slug}"}
schema-site-navigation = The sections of the menu, and pages by the names of their files.
    .label = Menu
    .example = spaces

## vocabulary.yaml

schema-vocabulary-partner-kinds = Kinds of partner.
    .label = Kinds of partner
    .example = School
schema-vocabulary-space-kinds = Kinds of learning space. schema may name the type of schema.org.
    .label = Kinds of learning space
    .example = Library
schema-vocabulary-event-kinds = Kinds of event.
    .label = Kinds of event
    .example = Workshop
schema-vocabulary-themes = What can be learned. sdg may name the Sustainable Development Goals it serves.
    .label = Themes
    .example = Literacy
schema-vocabulary-districts = The districts of the city.
    .label = Districts
    .example = Central
schema-vocabulary-audiences = Whom things are for.
    .label = For whom
    .example = Families
schema-vocabulary-amenities = What a place may have.
    .label = Amenities
    .example = Wi-Fi
schema-term-summary = What the word means, in a sentence.
    .label = Summary
    .example = Everything about reading and writing
schema-term-schema = The type in schema.org of what is so called.
    .label = Type in schema.org
    .example = Library
schema-term-sdg = The Sustainable Development Goals it serves, 1 to 17.
    .label = Sustainable Development Goals

## Parts of entries

schema-picture-file = The name of the file, beside the entry or in media/.
    .label = File
schema-picture-alt = What the picture shows, for people who cannot see it.
    .label = What it shows
    .example = Readers at long tables by the window
schema-picture-credit = Who made it.
    .label = Made by
    .example = City Library
schema-picture-licence = On what terms it may be used.
    .label = Licence
    .example = CC-BY-4.0
schema-contact-phone = Phone numbers, in any usual spelling.
    .label = Phone
schema-contact-email = E-mail address.
    .label = E-mail
schema-contact-website = Its own website.
    .label = Website
schema-contact-line = LINE account.
    .label = LINE
schema-contact-facebook = Facebook page.
    .label = Facebook
schema-contact-person = Whom to ask for. A private person must have agreed: see consent.
    .label = Person
    .example = The librarian on duty
schema-address-line = House number, lane and road.
    .label = House number and road
    .example = 1 River Road
schema-address-subdistrict = Subdistrict.
    .label = Subdistrict
    .example = Nai Mueang
schema-address-district = District: an id of vocabulary.yaml.
    .label = District
schema-address-province = Province.
    .label = Province
    .example = Sample Province
schema-address-postcode = Postcode.
    .label = Postcode
schema-verified-on = The day of the check.
    .label = On
schema-verified-by = Who checked: an office rather than a person.
    .label = By
    .example = Education Office
schema-verified-method = How it was checked.
    .label = How
schema-alert-text = The notice, short.
    .label = Notice
    .example = Closed for repairs
schema-alert-until = The last day on which it is shown.
    .label = Until
schema-source-title = What the source is called.
    .label = Title
    .example = Annual report of the library
schema-source-url = Where it is found.
    .label = Web address
schema-ages-from = The lowest age, in years.
    .label = From
schema-ages-to = The highest age, in years.
    .label = To
schema-price-amount = The amount, as a number.
    .label = Amount
schema-price-currency = Its currency as a code of ISO 4217. Thai baht where nothing is said.
    .label = Currency
schema-price-for = For whom this price is.
    .label = For
    .example = Adults
schema-booking-required = yes when one cannot come without booking.
    .label = Needed
schema-booking-url = Where to book.
    .label = Web address
schema-booking-phone = Whom to call.
    .label = Phone
schema-place-name = What the place is called.
    .label = Name
    .example = Old Market Hall
schema-place-address = Its address.
    .label = Address
    .example = 2 Market Road
schema-place-location = Latitude and longitude in decimal degrees.
    .label = Position on the map
schema-registration-url = Where to register.
    .label = Web address
schema-registration-phone = Whom to call.
    .label = Phone
schema-registration-opens = When registration opens.
    .label = Opens
schema-registration-closes = When registration closes. A day includes itself.
    .label = Closes
schema-registration-seats = How many places there are.
    .label = Places
schema-membership-since = The day it became a member.
    .label = Since
schema-membership-text = One sentence about it.
    .label = Text
    .example = A member of the UNESCO Global Network of Learning Cities
schema-map-outline = A GeoJSON file with the outline of the city.
    .label = Outline
schema-map-tiles = The address of a tile server. Nobody's browser asks it before they ask for the map.
    .label = Tiles
schema-map-attribution = Who made the map.
    .label = Made by
    .example = © OpenStreetMap contributors

## Fixed words

schema-word-active = open as usual
schema-word-temporarily-closed = closed for now, will open again
schema-word-closed = closed for good
schema-word-scheduled = takes place as announced
schema-word-cancelled = does not take place
schema-word-postponed = has no new date yet
schema-word-rescheduled = has a new date
schema-word-full = takes place, no places left
schema-word-signatory = signed the agreement
schema-word-coordinator = keeps the others together
schema-word-supporter = gives money or advice
schema-word-host = opens its places
schema-word-visit = someone went there
schema-word-phone = someone called
schema-word-partner = the partner said so
schema-word-web = from its website
schema-word-fallback = borrow the other language's words and say so
schema-word-required = an error
schema-word-free = costs nothing
schema-word-donation = by donation

## Shapes of values

schema-shape-line = text
schema-shape-translated = text in each language
schema-shape-bool = yes or no
schema-shape-integer = whole number, { $min } to { $max }
schema-shape-amount = amount
schema-shape-date = day
schema-shape-moment = day, or day and time
schema-shape-period = span of time
schema-shape-id = id of { $part }
schema-shape-reference = file name of an entry in { $kind }/
schema-shape-slug = name of letters a–z, digits and hyphens
schema-shape-word = one of: { $choices }
schema-shape-url = web address
schema-shape-email = e-mail address
schema-shape-phone = phone number
schema-shape-line-id = LINE account
schema-shape-facebook = Facebook page
schema-shape-postcode = postcode
schema-shape-currency = code of ISO 4217
schema-shape-language = language tag of BCP 47
schema-shape-locale = Unicode locale
schema-shape-time-zone = IANA time zone
schema-shape-location = [latitude, longitude]
schema-shape-bounds = two corners
schema-shape-file = file of the content
schema-shape-hours = map of days, or a rule
schema-shape-recurrence = rule of RFC 5545
schema-shape-fee = free, donation, or prices
schema-shape-address = text in each language, or parts
schema-shape-verified = day, or parts
schema-shape-citation = web address, or parts
schema-shape-list = list of: { $item }
schema-shape-record = parts
schema-shape-per-language = map from language
schema-shape-access = map from { $features } to { $levels }
schema-shape-terms = map from id to words

## The field reference

schema-reference-title = Field reference
schema-reference-made = Made from the program's own definition (`src/model/schema.rs`, `locales/`): do not edit.
schema-reference-required = required
schema-reference-parts = Parts of fields
schema-reference-field = Field
schema-reference-value = Value
schema-reference-meaning = Meaning
schema-reference-example = Example
schema-reference-words = Words
schema-codes-title = What the program finds
schema-codes-text = Every finding has one of these codes. Where a finding names a value of yours, … stands here.
schema-codes-code = Code
schema-codes-finding = What it says
schema-codes-expected = What to write
schema-help-title = The command line

## New files

schema-new-heading = Fill in what you know. A line that begins with “# ” only explains.
schema-new-optional = A line that begins with “#” and a field's name is an example: take the # away and write your own.
# $files (Text): the names of the files of prose, one a language.
schema-new-prose = Longer text with headings and pictures goes into files of its own beside this one: { $files }
schema-new-choices = One of
schema-new-guessed = This value only stands in: write the true one.
schema-new-page-text = Write the text of the page here.

## The editor in the browser

schema-cms-made = Made by “nakhon cms” from the definition of the content: run it again when the vocabulary changes.
schema-cms-slug = Its name in addresses, the same in every language: letters a-z, digits, hyphens
schema-cms-body = Text
    .hint = Markdown. [[spaces/city-library]] becomes a link with the entry's name.
schema-cms-days = Days (mon … sun, mon-fri, holidays)
schema-cms-times = Hours (09:00-16:30, closed)
