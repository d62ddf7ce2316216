### What is wrong with a single value: one message for each code, named like the code.
###
### Every message has $value, the text as it was written (cut where it is very long). The attribute
### .expected says what would have been right, with an example. The corrected spelling, where there
### is one, is printed beside the message.

# $value
slug-invalid = “{ $value }” cannot be part of a web address.
    .expected = Use only the small letters a–z, the digits 0–9 and hyphens, as in city-library.

# $value
id-invalid = “{ $value }” cannot be the name of a vocabulary item.
    .expected = Use only the small letters a–z, the digits 0–9 and hyphens, as in lifelong-learning.

# $value
date-invalid = “{ $value }” is not a date.
    .expected = Write year-month-day in the Common Era, as in 2022-04-28.

# $value, $year, $month (1 to 12), $days (how many that month has)
date-nonexistent = There is no such day as “{ $value }”: { $month ->
        [1] January
        [2] February
        [3] March
        [4] April
        [5] May
        [6] June
        [7] July
        [8] August
        [9] September
        [10] October
        [11] November
       *[12] December
    } { $year } has { $days } days.
    .expected = Write a day that the month has, as in 2022-04-28.

# $value, $year (as written), $common_year
date-buddhist = { $year } is a year of the Buddhist Era; here it is { $common_year } of the Common Era.
    .expected = Write the year in the Common Era, as in 2022-04-28; the site shows the Buddhist Era to Thai readers by itself.

# $value
time-invalid = “{ $value }” is not a date and a time of day.
    .expected = Write the date, a T and the time on a 24-hour clock, as in 2022-04-28T14:00.

# $value
time-offset = “{ $value }” names a time zone, but all times are local.
    .expected = Leave out the Z or +07:00 and write the time on the clock in town, as in 2022-04-28T14:00.

# $value, $choices (the units)
duration-invalid = “{ $value }” is not a length of time.
    .expected = Write a number, a space and one of { $choices }, up to a hundred years, as in 180 days.

# $value (both, as a pair), $latitude, $longitude
location-range = No place on earth is at latitude { $latitude }, longitude { $longitude }.
    .expected = Write the latitude (−90 to 90) first and then the longitude (−180 to 180), as in [16.4322, 102.8236].

# $value, $bounds (the two corners)
location-outside = The location { $value } lies outside the area of this site.
    .expected = Check the two numbers; the site covers { $bounds }, south-western corner first.

# $value (both, as written), $from, $to
range-reversed = It runs from { $from } to { $to }, which is the wrong way round.
    .expected = Write the lower number first, as in {"{"}from: 7, to: 12{"}"}, and the south-western corner before the north-eastern.

# $value
phone-unreadable = “{ $value }” could not be read as one phone number, so it is shown as written and is not linked.
    .expected = Write one number in full, as in 043-202-222, 081-234-5678 or 043-202-222 ext. 123; write several as a list.

# $value
email-invalid = “{ $value }” is not an e-mail address.
    .expected = Write one address without spaces, as in library@kkmuni.go.th.

# $value
url-invalid = “{ $value }” is not a complete web address.
    .expected = Copy the whole address from the browser, https:// included, as in https://www.kkmuni.go.th/.

# $value, $scheme (what stands before the colon), $choices (the schemes allowed)
url-scheme = An address that begins with “{ $scheme }:” is not allowed here.
    .expected = Give the address of a page, one that begins with { $choices }, as in https://www.kkmuni.go.th/.

# $value
tiles-invalid = “{ $value }” is not a template of map tiles.
    .expected = Write the address of one tile with {"{z}"} for the zoom, {"{x}"} for the column and {"{y}"} for the row, as in https://tiles.example/{"{z}"}/{"{x}"}/{"{y}"}.png. {"{s}"} and {"{r}"} may stand in it too.

# $file, $reason (what the reader says, in its own words)
outline-invalid = The map cannot be drawn from { $file } ({ $reason }).
    .expected = Give a GeoJSON file with at least one Polygon or LineString, in degrees, longitude first.

# $value
line-invalid = “{ $value }” is not a LINE account.
    .expected = Write the id (@kkcity for an official account, somchai for a person) or an address such as https://lin.ee/AbCd123.

# $value
facebook-invalid = “{ $value }” is not the address of a Facebook page.
    .expected = Copy the page's address from the browser, as in https://www.facebook.com/KhonKaenCity, not the title it shows.

# $value
currency-invalid = “{ $value }” is not a currency code.
    .expected = Write three capital letters of ISO 4217, as in THB; without any, baht are meant.

# $value
number-invalid = “{ $value }” is not a number that fits here.
    .expected = Write digits alone, as in 50 or 1250.50.

# $value, $min, $max
number-range = “{ $value }” is out of range.
    .expected = Write a number from { $min } to { $max }.

# $value
postcode-invalid = “{ $value }” is not a postcode.
    .expected = Write five digits, as in 40000.

# $value
language-tag-invalid = “{ $value }” is not a language code.
    .expected = Write the code of two or three letters, as in th, en or tts (Isan).

# $value
time-zone-unknown = There is no time zone named “{ $value }”.
    .expected = Write a name of the IANA database, as in Asia/Bangkok.

# $value, $reason, $rule (the part it stands in), $column (the character of the value, from 1)
hours-invalid = { $reason ->
        [time] There is no such time of day in “{ $rule }” (character { $column }).
        [no-end] The time in “{ $rule }” does not say until when (character { $column }).
        [empty] The hours in “{ $rule }” end at the minute they begin (character { $column }).
        [reversed] The numbers in “{ $rule }” run backwards (character { $column }).
        [day-twice] “{ $rule }” has been given hours before; “{ $value }” names it again.
        [unsupported] “{ $rule }” is a way of writing hours that cannot be shown.
        [too-long] The opening hours are too long to read.
       *[syntax] The opening hours cannot be read from “{ $rule }” on (character { $column }).
    }
    .expected = { $reason ->
        [day-twice] Name each day once; write two stretches of one day with a comma, as in "09:00-12:00, 13:00-16:30".
        [empty] For the whole day write 00:00-24:00.
        [too-long] Write the usual week, and tell the rest in hours_note.
       *[other] Write opening and closing time, as in "Tu-Su 09:00-16:30; PH off" or {"{"}tue-sun: "09:00-16:30", holidays: closed{"}"}.
    }

# $value, $choices (day names)
hours-day-unknown = “{ $value }” names no day of the week.
    .expected = Use { $choices }; separate several with commas, as in mon,wed.

# $value, $part (a part of the rule, such as BYDAY), $reason;
# $min and $max where the reason is number, $choices where it is frequency, too-often, unknown-part or weekday
recurrence-invalid = { $reason ->
        [unknown-part] A recurrence rule has no part named “{ $part }”.
        [twice] { $part } stands twice in the rule.
        [missing-freq] The rule does not say how often (FREQ).
        [frequency] FREQ does not say how often in a word that is known.
        [too-often] An event cannot repeat more often than daily.
        [number] { $part } has something that is no number from { $min } to { $max }.
        [weekday] { $part } has something that is no weekday.
        [excluded] { $part } cannot be used like this with the rule's FREQ.
        [count-and-until] The rule says both after how many times (COUNT) and on which day (UNTIL) it ends.
        [alone] BYSETPOS picks from days that no other part names.
        [until] UNTIL does not give a day or a time.
        [too-long] The rule is too long to read.
       *[syntax] “{ $part }” is no part of a recurrence rule.
    }
    .expected = { $reason ->
        [unknown-part] Use only { $choices }.
        [frequency] Write one of { $choices }, as in FREQ=WEEKLY.
        [too-often] Write one of { $choices }, as in FREQ=DAILY, or make several events of it.
        [number] Write whole numbers from { $min } to { $max } but no 0 where it would mean nothing, as in BYMONTHDAY=1,15 (−1 is the last).
        [weekday] Use { $choices }, as in BYDAY=SA,SU; 1SA is the first Saturday of the month.
        [excluded] Numbered weekdays go with MONTHLY or YEARLY, BYMONTHDAY with all but WEEKLY, BYWEEKNO and BYYEARDAY with YEARLY alone.
        [count-and-until] Keep one of the two, as in FREQ=WEEKLY;COUNT=10.
        [alone] Add the days to pick from, as in FREQ=MONTHLY;BYDAY=SA,SU;BYSETPOS=1.
        [until] Write the last day, as in UNTIL=20270331, or a local time, as in UNTIL=20270331T170000.
       *[other] Write parts with semicolons between them, as in FREQ=WEEKLY;BYDAY=SA;UNTIL=20270331.
    }
