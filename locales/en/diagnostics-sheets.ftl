### What can be wrong with a sheet that is imported.

# $reason (Text): what the reader of the file said, in English.
sheet-unreadable = This file cannot be read as a sheet: { $reason }.
    .expected = Open it in the spreadsheet program and save it again as .xlsx, or as “CSV UTF-8”.
sheet-encoding = The letters of this file cannot be read, because it was saved for one language of Windows only.
    .expected = In the spreadsheet program choose “Save as”, then “CSV UTF-8” or .xlsx.
sheet-slug-missing = No column is called “slug”, so the rows do not say which entry they are about.
    .expected = Keep the first row as the export wrote it, with “slug” at the top of the first column.
sheet-column-unknown = No field is called “{ $value }”.
    .expected = Keep the names of the first row as the export wrote them, or delete the whole column.
sheet-column-twice = Two columns are called “{ $value }”.
    .expected = Keep one of the two.
    .related = the first of them
sheet-row-unnamed = This row does not say which entry it is about.
    .expected = Write the entry's slug in the column “slug”. A new slug makes a new entry.
sheet-row-twice = Two rows are about “{ $value }”.
    .expected = Keep one of the two.
    .related = the first of them
sheet-number-spoiled = The spreadsheet program took “{ $value }” for a number, so its beginning may be lost.
    .expected = Format the cell as text, then write the number again with its 0 and with hyphens or blanks, such as 043-222 333.
sheet-cell-broken = The formula in this cell came to { $value }.
    .expected = Write the value itself.
sheet-conflict = This cell says one thing and the columns beside it another: a visit cannot be free, or paid as one likes, and have prices.
    .expected = Empty this cell, or all cells whose columns begin with the same name and a number.
sheet-entry-locked = The files of “{ $value }” cannot be changed from here.
    .expected = Change this entry in its own file, and see with “nakhon check” that it is well.
