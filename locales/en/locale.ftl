### English describes itself: its name, how it writes dates and numbers, and the words between.
### The program knows no language of its own; all that is English stands here or in CLDR.
### Values come formatted: $date is “Thursday, 28 April 2022”, $time is “14:00”.

# The language's name in the language itself, for the language switch.
language-name = English
# The locale that formats dates and numbers where site.yaml names none.
language-format = en-GB-u-ca-gregory
# og:locale
language-open-graph = en_GB
# national: phone numbers as they are written inside the country, without its code
language-phones = international
# Only in the language that messages are in where the environment names none (POSIX, C).
language-fallback = yes
# The script of the font files that are loaded first: thai or latin
language-fonts = latin

datetime = { $date }, { $time }
datetime-range = { $date }, { $from }–{ $to }
# Over midnight: $from and $to are texts of datetime.
datetime-span = { $from } – { $to }

# $amount is the amount, formatted; $currency is a code of ISO 4217.
price = { $currency ->
    [THB] { $amount } baht
   *[other] { $currency } { $amount }
}
