### Words of the site: the frame of every page, and the facts of partners, spaces and events.
### What belongs to one page alone stands in pages.ftl.

## Every page

skip-to-content = Skip to content
main-menu = Main
you-are-here = You are here
foot-pages = On this site
foot-network = The network
foot-data = Everyone’s data
foot-contact = Contact the site’s keepers
foot-licence = The data may be reused under
foot-built = Pages updated on { $date }
member-since = since { $date }
door-enter = Enter in English
find-label = Find a space, an event or a partner

## Names of the sections

home = Home
partners = Partners
spaces = Spaces
events = Events
calendar = Calendar
map = Map
search = Search
progress = In numbers
open-data = Open data
index-of-names = Index of names
themes = Themes
districts = Districts
audiences = Audiences
all-kinds = All kinds

## Days and times

date-short = { $day } { $month } { $year }
repeats-daily = Every day
repeats-weekly = Every { $days }
repeats-monthly = Every month
repeats-monthly-day = Every month on day { $day }
repeats-monthly-weekday = { $order ->
    [1] Every first { $day } of the month
    [2] Every second { $day } of the month
    [3] Every third { $day } of the month
    [4] Every fourth { $day } of the month
    [5] Every fifth { $day } of the month
    [-1] Every last { $day } of the month
   *[other] Every { $day } no. { $order } of the month
}
repeats-yearly = Every year
repeats-interval-daily = { $interval ->
    [2] Every other day
   *[other] Every { $interval } days
}
repeats-interval-weekly = { $interval ->
    [2] Every other week on { $days }
   *[other] Every { $interval } weeks on { $days }
}
repeats-interval-monthly = { $interval ->
    [2] Every other month
   *[other] Every { $interval } months
}
repeats-interval-yearly = { $interval ->
    [2] Every other year
   *[other] Every { $interval } years
}
repeats-until = { $rule } until { $date }
repeats-count = { $rule }, { $count ->
    [one] once
   *[other] { $count } times
}

## Opening hours

hours-closed = Closed
hours-open-all-day = Open 24 hours
hours-holidays = Public holidays
# The sentence: “Open Tuesday–Friday, 09:00–16:30; Saturday, 09:00–12:00. Closed on Monday and public holidays.”
hours-sentence = Open { $open }.
hours-sentence-closed = Open { $open }. Closed on { $closed }.
hours-never = Closed every day.
hours-group = { $days }, { $times }
hours-then = { $before }; { $after }
hours-range = { $from }–{ $to }
hours-times = { $times }
hours-all-day = 24 hours
hours-every-day = every day
hours-on-holidays = public holidays
hours-days = { $days }
hours-days-range = { $from }–{ $to }
hours-day = { $day ->
    [1] Monday
    [2] Tuesday
    [3] Wednesday
    [4] Thursday
    [5] Friday
    [6] Saturday
   *[7] Sunday
}
hours-comma = { $before }, { $after }
# $count (Number): how many items the list has
hours-and = { $count ->
   *[other] { $before } and { $after }
}
hours-unknown = Hours not known yet

## What the reader’s clock knows

now-today = today
now-tomorrow = tomorrow
# $day (Text): “Saturday”
now-this-day = this { $day }
now-on = on now
now-open-until = Open until { $time }
now-open-always = Open round the clock
now-closes-soon = Closing soon, at { $time }
now-shut = Closed now
now-holiday = Public holiday today: { $name }
# $day (Text): “today”, “tomorrow”, “Tuesday” or a date
now-shut-until = Closed now, opens { $day } at { $time }

## Cost and ages

fee-free = Free
fee-donation = By donation
fee-paid = There is a charge
# $number, $extension (Text): a number behind a switchboard
phone-extension = { $number } ext. { $extension }
ages-one = { $age ->
    [one] { $age } year
   *[other] { $age } years
}
ages-range = { $from }–{ $to } years
ages-from = { $from ->
    [one] { $from } year and over
   *[other] { $from } years and over
}
ages-to = { $to ->
    [one] up to { $to } year
   *[other] up to { $to } years
}

## Access

access-wheelchair = Wheelchair access
access-step-free = Step-free entrance
access-toilet = Accessible toilet
access-parking = Accessible parking
access-hearing-loop = Hearing loop
access-sign-language = Sign language
access-braille = Braille
access-quiet-room = Quiet room
access-level-yes = Yes
access-level-limited = Partly
access-level-no = No
access-level-unknown = Not known

## What partners are to the network

role-signatory = Signatory
role-coordinator = Coordinator
role-supporter = Supporter
role-host = Host

## States, as short badges

status-closed = Closed for good
status-temporarily-closed = Closed for now
status-cancelled = Cancelled
status-postponed = Postponed
status-rescheduled = New date
status-full = Full
status-past = Past
status-draft = Draft

## The check of the facts

freshness-fresh = Checked, not due again yet
freshness-ageing = Due to be checked again
freshness-stale = Not checked for a long time
freshness-unverified = Not yet checked by a person
method-visit = by a visit
method-phone = by phone
method-partner = confirmed by the partner
method-web = from its website
verified-age-days = { $days ->
    [0] today
    [1] yesterday
   *[other] { $days } days ago
}
verified-age-weeks = { $weeks ->
    [one] { $weeks } week ago
   *[other] { $weeks } weeks ago
}
verified-age-months = { $months ->
    [one] { $months } month ago
   *[other] { $months } months ago
}
verified-age-years = { $years ->
    [one] { $years } year ago
   *[other] { $years } years ago
}

## Building blocks of a learning city (UNESCO’s own words)

building-block-1 = Inclusive learning in the education system
building-block-2 = Revitalized learning in families and communities
building-block-3 = Effective learning for and in the workplace
building-block-4 = Extended use of modern learning technologies
building-block-5 = Enhanced quality in learning
building-block-6 = A vibrant culture of learning throughout life

## Sustainable Development Goals (the United Nations’ short names)

goal-1 = No poverty
goal-2 = Zero hunger
goal-3 = Good health and well-being
goal-4 = Quality education
goal-5 = Gender equality
goal-6 = Clean water and sanitation
goal-7 = Affordable and clean energy
goal-8 = Decent work and economic growth
goal-9 = Industry, innovation and infrastructure
goal-10 = Reduced inequalities
goal-11 = Sustainable cities and communities
goal-12 = Responsible consumption and production
goal-13 = Climate action
goal-14 = Life below water
goal-15 = Life on land
goal-16 = Peace, justice and strong institutions
goal-17 = Partnerships for the goals

## Spoken languages

spoken-th = Thai
spoken-en = English
spoken-tts = Isan
spoken-lo = Lao
spoken-zh = Chinese
spoken-km = Khmer
spoken-vi = Vietnamese
spoken-ja = Japanese
spoken-ko = Korean
spoken-fr = French
spoken-de = German

## An author’s text

prose-table = Table that scrolls sideways
prose-task-done = Done
prose-task-open = To do
