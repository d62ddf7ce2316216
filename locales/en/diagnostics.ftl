### What is said of a finding. The id is the code's name; `.expected` says what to write instead,
### `.related` labels the second place. The reader is an editor of the directory, not a programmer.

## The report's own words

severity-error = error
severity-warning = warning
# Stands before what was expected: "help: Write …".
expected = help
# $suggestion (Text): the nearest right spelling.
did-you-mean = Did you mean “{ $suggestion }”?
found-errors =
    { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }
found-warnings =
    { $warnings ->
        [0] no warnings
        [one] { $warnings } warning
       *[other] { $warnings } warnings
    }
# $errors, $warnings (Number): how many were found.
found-summary =
    { $errors ->
        [0] Found { found-warnings }.
       *[other]
            { $warnings ->
                [0] Found { found-errors }.
               *[other] Found { found-errors } and { found-warnings }.
            }
    }
# Stands behind the last that is shown. $count (Number): how many of the same rule in the same file are not.
found-more =
    { $count ->
        [one] One more of this kind in this file is not shown here.
       *[other] { $count } more of this kind in this file are not shown here.
    }

## Shapes: what stands there

shape-nothing = nothing
shape-word = a single value
shape-list = a list
shape-map = a group of fields

## Shapes: what should stand there

expect-text = a line of text
expect-translated = a text, or a text for each language such as { "{" }th: หอสมุด, en: Library{ "}" }
expect-bool = yes or no
expect-word = one word of a fixed list
expect-integer = a whole number such as 12
expect-number = a number such as 16.4322
expect-amount = an amount of money such as 50 or 49.50
expect-currency = a currency’s three letters, such as THB
expect-date = a date such as 2026-04-28
expect-moment = a date such as 2026-04-28, or a date and time such as 2026-04-28T14:00
expect-period = a length of time such as 180 days
expect-id = an id from vocabulary.yaml such as library
expect-slug = the name of an entry such as city-library
expect-url = a web address such as https://www.kku.ac.th
expect-email = an e-mail address such as info@kku.ac.th
expect-phone = a phone number such as 043-202222
expect-line = a LINE account such as @khonkaen
expect-facebook = a Facebook page such as https://www.facebook.com/khonkaen
expect-postcode = a postcode such as 40000
expect-language = a language code such as th or en
expect-locale = a format of dates and numbers such as th-u-ca-buddhist
expect-time-zone = a time zone such as Asia/Bangkok
expect-bounds = two corners, south-west and north-east, such as [[15.6, 101.7], [17.2, 103.3]]
expect-file = the name of a file such as reading-room.jpg
expect-hours = opening hours such as "Tu-Su 09:00-16:30"
expect-hours-day = the hours of a day such as "09:00-16:30", or closed
expect-recurrence = a rule such as FREQ=WEEKLY;BYDAY=SA

## Files and folders

site-missing = The file content/site.yaml is missing, so the site has no title and no address.
    .expected = Make content/site.yaml with at least title, base_url and languages.
format-newer = This content is written for version { $format } of the format, and this nakhon reads up to version { $known }.
    .expected = Install a newer nakhon. Its CHANGELOG.md says what changed.
file-unreadable = This file or folder cannot be read: { $reason }.
    .expected = Check that the file is still there and that you may open it.
file-not-text = This file is not text in UTF-8: byte { $byte } is no part of a letter.
    .expected = Open the file in an editor, choose “Save with encoding”, then UTF-8.
file-too-large = This file has { $megabytes } MB, and no entry is that long.
    .expected = At most { $most } MB. A picture or a PDF that was given this ending needs its own one back.
file-not-regular = This is neither a file nor a folder.
    .expected = Move it out of content/.
file-unexpected = The site does not use “{ $file }”, because it has no place for a file of this name.
    .expected = Entries stand in partners/, spaces/ or events/, free pages in pages/, shared pictures in media/. To keep a file without using it, begin its name with “_”.
link-outside = This link leads to a place outside content/.
    .expected = Copy the file itself into content/.
link-loop = This link leads back to itself.
    .expected = Delete the link, or let it lead to a file.
link-dangling = This link leads to a file that does not exist.
    .expected = Delete the link, or put the file back.
slug-reserved = The site needs the address “{ $value }” for itself.
    .expected = Give this another name, such as { $value }-page.
entry-duplicate = The facts of this entry stand in two files: { $first } and { $second }.
    .expected = Keep one file, and move what only the other one says into it.
prose-duplicate = The text of this page in one language stands in two files: { $first } and { $second }.
    .expected = Keep one file, and move what only the other one says into it.
prose-without-facts = There is text for this entry, but no file with its facts.
    .expected = Make a .yaml file of the same name beside it, with at least name and kind.

## YAML

yaml-syntax = The file cannot be read from here on ({ $reason }).
    .expected = Most often a quotation mark or a bracket is not closed, a blank is missing after “:”, or a line is not indented like the lines beside it.
yaml-documents = A line “---” begins a second part in this file.
    .expected = Delete the line “---”, or move what follows into a file of its own.
yaml-anchor = “&” and “*” before a word have a special meaning that is not used here.
    .expected = If the sign belongs to the text, put the text in quotation marks: "&…".
yaml-tag = “!” before a word has a special meaning that is not used here.
    .expected = If the sign belongs to the text, put the text in quotation marks: "!…".
yaml-depth = The fields stand inside one another too many times.
    .expected = Check the brackets and the indentation.
duplicate-key = “{ $field }” is written twice.
    .expected = Keep one of the two.
    .related = written here first
front-matter-open = The facts begin at this line “---”, but no second “---” ends them.
    .expected = Write a line “---” between the facts and the text.

## Fields

unknown-field = There is no field “{ $field }”.
    .expected = One of { $choices }.
misplaced-field = The field “{ $field }” does not stand here, but inside “{ $inside }”.
    .expected = Write { $inside }: { "{" }{ $field }: …{ "}" }, together with the other fields of “{ $inside }” if there are any.
missing-field = The field “{ $field }” is missing.
    .expected = Add a line that begins with “{ $field }:”.
wrong-shape = What stands here is { $found }, which this field does not take.
    .expected = Write { $expected }.
empty-value = Nothing is written here.
    .expected = Write a value, or delete the whole line.
unknown-word = “{ $value }” is not one of the words that this field knows.
    .expected = One of { $choices }.
unknown-language = The site has no language “{ $value }”.
    .expected = One of { $choices }. A new language is added under languages in site.yaml.
not-translatable = “{ $field }” is the same in every language, so it does not belong in a translation.
    .expected = Move this line to the file with the entry's facts. A translation holds name and summary only.
translated-twice =
    The { $field } in { $language ->
        [th] Thai
        [en] English
       *[other] “{ $language }”
    } is written in two places.
    .expected = Keep one of the two.
    .related = written here too

## Values; those that say what is wrong with their text stand in diagnostics-values.ftl

time-skipped = The clocks of the site's time zone never show this time, because they are put forward then.
    .expected = A time an hour later.
bool-invalid = “{ $value }” is neither yes nor no.
    .expected = Write yes or no.
location-invalid = A location is two numbers in square brackets.
    .expected = Latitude first, then longitude, such as [16.4322, 102.8236].
unknown-id = vocabulary.yaml has no “{ $value }” under { $part }.
    .expected =
        { $known ->
            [0] Add it in vocabulary.yaml first.
           *[other] One of { $choices }. A new one is added in vocabulary.yaml first.
        }

## Events

ends-before-starts = The end ({ $ends }) comes before the beginning ({ $starts }).
    .expected = An end on the same day or later.
    .related = begins here
all-day-with-time = The event lasts all day, yet a time is given: { $value }.
    .expected = Write the date alone, or delete the line all_day.
space-and-place = An event takes place either in a space of this directory or at another place, not both.
    .expected = Keep space if the place has a page of its own here; otherwise keep place.
    .related = the space is named here
exception-without-rule = These days change nothing, because the event does not repeat.
    .expected = Add repeats, such as FREQ=WEEKLY;BYDAY=SA, or delete this line.

## Between entries

unknown-reference = There is no entry “{ $value }”.
    .expected =
        { $folder ->
            [partners] Write the name of a file in content/partners/, without its ending.
            [spaces] Write the name of a file in content/spaces/, without its ending.
            [events] Write the name of a file in content/events/, without its ending.
            [pages] Write the name of a file in content/pages/, without its ending.
           *[other] Begin with partners/, spaces/, events/ or pages/, then the name of a file there.
        }
reference-to-draft = “{ $value }” is a draft, so nobody could follow this link.
    .expected = Take “draft: yes” out of that entry, or leave the link out until it is published.
part-of-itself = By way of “{ $value }” this space would be a part of itself.
    .expected = Name the larger space that this one lies in.
former-duplicate = Two entries claim the old address “{ $value }”.
    .expected = Leave it with the one entry that old links should lead to.
    .related = claimed here first
former-living = “{ $value }” is the address of an entry that exists, so it cannot be an old address as well.
    .expected = Delete it here, or rename the other entry.
navigation-unknown = There is no section and no page “{ $value }” to show in the navigation.
    .expected = One of { $choices }.
consent-missing = A private person is named here, and nothing says that they agreed.
    .expected = Ask the person, then add “consent: yes”; or delete the name.

## Languages

default-name-missing =
    This entry has no name in { $language ->
        [th] Thai
        [en] English
       *[other] “{ $language }”
    }, the site's first language.
    .expected = Add the name, such as name: { "{" }{ $language }: …{ "}" }.
translation-missing =
    { $field ->
        [prose] The text of the page
       *[other] The field “{ $field }”
    } is missing in { $language ->
        [th] Thai
        [en] English
       *[other] “{ $language }”
    }.
    .expected = Add the translation, or write “translation: fallback” in site.yaml to allow gaps.
summary-long = The summary has { $characters } characters, so lists and search results would cut it off.
    .expected = One or two sentences, at most { $most } characters.
private-use = Here stands a sign ({ $value }) that only one typeface knows, as happens when text is copied from a PDF.
    .expected = Delete it and type the word again.

## Holidays

holidays-missing = These hours speak of public holidays, but the site has no list of them.
    .expected = Make content/holidays.yaml with one line a day, such as 2026-04-13: { "{" }th: วันสงกรานต์, en: Songkran{ "}" }.
holidays-outdated = The list of public holidays has no day in { $year }.
    .expected = Add the holidays of { $year } as soon as they are announced.

## Pictures

picture-missing = The file “{ $value }” does not exist.
    .expected = Put it in the entry's own folder or in content/media/. Capital and small letters count.
picture-outside = “{ $value }” leads outside content/.
    .expected = Put the file in the entry's own folder or in content/media/, and write its name only.
picture-unreadable = “{ $file }” cannot be shown as a picture: { $reason }.
    .expected = Save it again as JPEG, PNG, WebP, GIF or SVG. It may have been cut short while it was copied.
picture-too-large = “{ $file }” has { $megapixels } megapixels.
    .expected = At most 100 megapixels. A width of 3,000 is plenty for a page.
picture-unsafe = “{ $file }” could run something or load from elsewhere: { $part }.
    .expected = A drawing of shapes and text alone: no scripts, no event handlers, no foreign content, no addresses of other places. Save it as “plain SVG”, or as PNG.

## Prose

emphasis-open = This bold text does not end, so the asterisks would show on the page.
    .expected = Put a blank after the closing **, or move the bracket behind it.
prose-link-unknown = The link “{ $value }” leads nowhere.
    .expected = A web address that begins with https://, a file that exists, or an entry such as [[spaces/city-library]].

## The site's own locales and theme

locale-missing =
    There are no words for the pages in { $language ->
        [th] Thai
        [en] English
       *[other] “{ $language }”
    }.
    .expected = Add the folder locales/{ $language }/, or take the language out of site.yaml.
message-syntax = The messages cannot be read from here on: { $reason }.
    .expected = A line such as name = text. What is inside { "{" } and { "}" } stays as it is in the other language.
message-duplicate = The message “{ $message }” is written twice.
    .expected = Keep one of the two.
    .related = written here first
message-missing =
    The message “{ $message }” is missing in { $language ->
        [th] Thai
        [en] English
       *[other] “{ $language }”
    }, so pages show it in another language.
    .expected = Add a line that begins with “{ $message } =” to a file in locales/{ $language }/.
message-unused = Nothing uses the message “{ $message }”.
    .expected = Delete it, or check how its name is spelled.
message-unknown = A template asks for the message “{ $message }”, which no language has.
    .expected = Add it to the files in locales/, or check how its name is spelled.
message-variables = The message “{ $message }” does not use the same variables as in the other language.
    .expected = Write the same names that begin with $ in every language.
theme-missing = There is no theme “{ $theme }”.
    .expected = Write “theme: default”, or put the theme in a folder of that name in themes/.
theme-invalid = The theme's own settings cannot be read: { $reason }.
    .expected = Compare theme.yaml with that of the default theme.
template-invalid = The template cannot be read or filled in: { $reason }.
    .expected = Compare it with the same file of the default theme.

## The rendered tree

address-duplicate = Two pages would have the same address: { $address }.
    .expected = Rename one of the two files.
    .related = the other page
dead-link = The page { $page } links to { $address }, which does not exist.{ $others ->
        [0] { "" }
        [one] { " " }So does one other page.
       *[other] { " " }So do { $others } other pages.
    }
    .expected = Correct the link, or publish the page that it leads to.
page-title-missing = The page { $page } has no title.{ $others ->
        [0] { "" }
        [one] { " " }Neither has one other page.
       *[other] { " " }Neither have { $others } other pages.
    }
    .expected = Give it a title element with words in it.
page-description-missing = The page { $page } has no description.{ $others ->
        [0] { "" }
        [one] { " " }Neither has one other page.
       *[other] { " " }Neither have { $others } other pages.
    }
    .expected = Give it a meta element of the name “description”.
page-headings =
    The page { $page } has { $count ->
        [0] no heading
       *[other] { $count } headings
    } of the first level.{ $others ->
        [0] { "" }
        [one] { " " }So has one other page.
       *[other] { " " }So have { $others } other pages.
    }
    .expected = Let each page have one h1.
page-heavy = { $part } of { $page } weighs { $size } kB as sent; { $budget } kB is the limit.{ $others ->
        [0] { "" }
        [one] { " " }One other page is too heavy as well.
       *[other] { " " }{ $others } other pages are too heavy as well.
    }
    .expected = Readers pay for each byte: shorten it, or divide it.
page-part-html = The HTML
page-part-styles = The style sheet
page-part-scripts = The script

## Links to other sites

external-gone = { $address } does not exist any more (status { $status }).
    .expected = Find where it has moved to, or take the link away.
external-moved = { $address } has moved for good.
    .expected = Write the new address.
external-silent = { $address } does not answer: { $reason }.
    .expected = Try it in a browser; if it stays silent, take the link away.

## Why a file cannot be read

reason-not-readable = this user may not open it
reason-folder = it is a folder
reason-not-utf8 = it is not text in UTF-8
reason-cut-short = it ends too early, as if it had been cut short while it was copied
reason-yaml-colon = this line has no “:” with a blank behind it
reason-yaml-quote = a quotation mark that was opened is not closed
reason-yaml-after-quote = something stands behind the closing quotation mark
reason-yaml-escape = a “\” inside double quotation marks begins nothing that is known
reason-yaml-bracket = a bracket is not closed, or a comma is missing inside it
reason-yaml-second-colon = a second “: ” stands in this line; a text that holds one needs quotation marks
reason-yaml-indent = this line is not indented like the lines it belongs to
reason-yaml-dash = a “-” cannot stand here
reason-yaml-tab = a tab stands where blanks have to
reason-yaml-sign = a text cannot begin with this sign unless it stands in quotation marks
reason-yaml-key = the name of a field cannot be a list
reason-fluent-equals = “=” is missing behind the name of the message
reason-fluent-brace = a { "{" } is not closed
reason-fluent-bracket = a [ is not closed
reason-fluent-name = a name begins with a letter a–z
reason-fluent-empty = a message has no text
reason-fluent-default = none of the choices begins with *
reason-fluent-defaults = more than one of the choices begins with *
reason-fluent-quote = a quotation mark that was opened is not closed
reason-fluent-closing = a { "}" } closes nothing
reason-fluent-inside = what stands between { "{" } and { "}" } is no name and no variable
reason-fluent-braces = one message opens too many braces
reason-outline-json = it is no JSON
reason-outline-type = it holds a “type” that GeoJSON does not know
reason-outline-features = a list of its features is missing
reason-outline-coordinates = a shape has no coordinates
reason-outline-list = a line or a ring is no list of positions
reason-outline-position = a position is no pair of numbers
reason-outline-degrees = a position is not in degrees
reason-outline-empty = it holds no Polygon and no LineString
reason-outline-large = it is larger than 16 MB
reason-picture-format = its format is not one that pages can show
reason-picture-damaged = its data are damaged
reason-drawing-broken = it is no whole SVG drawing
reason-sheet-format = it is neither .xlsx nor .ods
reason-sheet-too-large = there is more in it than a directory could hold
