### How far the directory is translated, how old its facts are: for `nakhon status` and its page.

status-title = The state of the directory
status-home = To the site
# $percent (Text), $good, $all (Number), $history (yes or no): texts that are complete and up to date.
status-sum =
    { $percent } % of all texts are complete and up to date ({ $good } of { $all }).{ $history ->
        [yes] { "" }
       *[no] { " " }There is no git history here, so texts were compared with each other only.
    }
status-texts = Texts
status-facts = Facts, by when a person last verified them
status-open = To be done
status-nothing = Nothing is to be done.
status-pages = Pages
status-column-kind = What
status-column-all = All
status-column-complete = Complete
status-column-partial = In part
status-column-missing = Missing
status-column-outdated = Outdated
status-column-share = In order
status-column-fresh = Fresh
status-column-ageing = Due
status-column-stale = Long overdue
status-column-unverified = Never verified
status-part-name = the name
status-part-title = the title
status-part-summary = the summary
status-part-prose = the text
# $language (Text): a language; $parts (Text): what it lacks.
status-missing = Not yet in { $language }: write { $parts }.
status-partial = In { $language } { $parts } is borrowed from another language: write it.
# $part (Text): a text; $other (Text): the language that was changed; $date (Text): when.
status-older-than-text = In { $language } { $part } is older than in { $other }, which was changed on { $date }: see whether it still says the same.
# $field (Text): the field that was changed.
status-older-than-fact = In { $language } { $part } is older than the field “{ $field }”, which was changed on { $date }: see whether it is still right, then enter the day under verified.
# $targets (Text): links and pictures; $headings (Number): how many headings fewer.
status-shorter =
    The text in { $language } lacks what the one in { $other } has: { $targets }{ $headings ->
        [0] { "" }
        [one] { " " }({ $headings } heading fewer)
       *[other] { " " }({ $headings } headings fewer)
    }
status-stale = Last verified on { $date }: ask whether everything is still so, then enter the day under verified.
status-unverified = Nobody has verified this yet: ask whether everything is so, then enter the day under verified.
