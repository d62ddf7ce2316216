### What the command line says.

## At work

cli-reading = Reading
cli-checking = Checking
cli-rendering = Making pages
cli-writing = Writing

## Outcomes

# $pages, $files, $languages, $warnings (Number), $seconds (Text): what was built, in what time.
cli-built =
    Built { $pages ->
        [one] { $pages } page
       *[other] { $pages } pages
    } in { $languages ->
        [one] { $languages } language
       *[other] { $languages } languages
    } ({ $files ->
        [one] { $files } file
       *[other] { $files } files
    }) in { $seconds } s{ $warnings ->
        [0] .
        [one] , with { $warnings } warning.
       *[other] , with { $warnings } warnings.
    }
cli-borrowed =
    { $entries ->
        [one] { $entries } page borrows words from another language.
       *[other] { $entries } pages borrow words from another language.
    }
cli-unchanged = Nothing has changed since the last build.
cli-check-clean =
    All is well: { $files ->
        [one] { $files } file
       *[other] { $files } files
    } checked, nothing to mend.
cli-not-published =
    Nothing was published because of { $errors ->
        [one] { $errors } error
       *[other] { $errors } errors
    }. The pages published before stay as they are.
cli-warnings-denied =
    { $warnings ->
        [one] { $warnings } warning counts
       *[other] { $warnings } warnings count
    } as an error here, because of --deny warnings.
cli-waiting = Another build is at work on { $path }; waiting for it to end.
cli-created = Made { $path }.
cli-untidy = { $path } is not tidy.
cli-tidied = Tidied { $path }.
cli-formatted =
    { $files ->
        [0] Nothing to tidy.
        [one] Tidied { $files } file.
       *[other] Tidied { $files } files.
    }

## The preview

cli-serving = Your site is ready at { $url }
# $url (Text): the address for another device in the same network.
cli-serving-network = On a phone in the same network: { $url }
cli-serving-status = What is to be translated and verified: { $url }
cli-stop = Press Ctrl-C to stop.
cli-stopped = Stopped.
cli-watching = Watching { $path } for changes.
cli-changed = { $path } has changed.
cli-rebuilding = Building again…
cli-rebuilt = Ready again in { $seconds } s.
cli-stale = The preview shows the last pages that were right until the errors are mended.
cli-port-taken = Port { $port } is in use by another program; using { $next } instead.

# $percent, $wanted (Text): per cent of the texts that are in order, and that should be.
cli-status-under = { $percent } % of the texts are complete and up to date; at least { $wanted } % should be (--fail-under).

## Sheets

# $entries (Number), $path (Text): how many entries stand in which file.
cli-exported =
    { $entries ->
        [one] { $entries } entry
       *[other] { $entries } entries
    } written to { $path }. Change what you like, then: nakhon import { $path }
cli-export-exists = { $path } exists already and was left as it is.
    .hint = Choose another name, or add --force to replace it.
cli-sheet-entries = Entries
cli-sheet-choices = Choices
cli-import-kind = It cannot be told from its columns which kind of entry { $path } is about.
    .hint = Say it with --kind partners, spaces or events.
# How the diff marks an entry that is new.
cli-import-new = new
cli-import-nothing = (nothing)
# $changed, $new, $same, $unnamed (Number): entries that change, are made, stay, are not in the sheet.
cli-import-sum =
    { $changed ->
        [one] { $changed } entry changes
       *[other] { $changed } entries change
    }, { $new ->
        [one] { $new } is new
       *[other] { $new } are new
    }, { $same ->
        [one] { $same } stays as it is
       *[other] { $same } stay as they are
    }{ $unnamed ->
        [0] .
        [one] ; { $unnamed } is not in the sheet and was left alone.
       *[other] ; { $unnamed } are not in the sheet and were left alone.
    }
cli-import-dry = Nothing was written, because of --dry-run.
cli-import-done =
    { $files ->
        [one] { $files } file was written.
       *[other] { $files } files were written.
    }
cli-import-refused = Nothing was written. Mend the sheet, then import it again.
cli-import-ask = Write these changes into the files?
cli-import-left = Nothing was written.
cli-import-raced = { $path } was changed by somebody else in the meantime, so nothing was written.
    .hint = Import the sheet again to see what it changes now.

## What only the operator can mend

cli-fatal = Stopped
cli-cannot-read = { $path } cannot be read: { $reason }.
cli-cannot-write = { $path } cannot be written: { $reason }.
cli-cannot-watch = Changes in { $path } cannot be watched: { $reason }.
cli-cannot-listen = The preview cannot be opened at { $address }: { $reason }.
cli-no-port = No port from { $port } to { $last } is free. Choose another one with --port.
cli-content-missing = There is no content folder at { $path }.
    .hint = Go to the folder that holds content/, or name it with --root.
cli-output-foreign = { $path } holds files that nakhon did not make, so nothing was written there.
    .hint = Choose an empty folder with --out, or empty this one yourself.
cli-output-inside = The output folder { $path } lies inside the content, so it would be read as content next time.
cli-file-exists = { $path } exists already and was left as it is.
cli-today-invalid = --today is “{ $value }”, which is not a date such as 2026-04-28.
cli-base-url-invalid = --base-url is “{ $value }”, which is not an address such as https://example.org/.
cli-internal = Something went wrong in nakhon itself: { $reason }. Please report this.

## Why the system refuses

reason-storage-full = the disk is full
reason-quota = the space allowed to this user is used up
reason-read-only = it is on a disk that can only be read
reason-permission = this user may not write there
reason-busy = another program holds it, or a disk is mounted at it; choose a folder inside
reason-no-folder = something on the way there is a file, not a folder
reason-missing = it does not exist

## Publishing

# $sent, $deleted, $unchanged (Number): files. $kilobytes (Number): what was sent.
cli-published =
    Published: { $sent ->
        [0] no file
        [one] { $sent } file
       *[other] { $sent } files
    } sent ({ $kilobytes } kB), { $deleted } deleted, { $unchanged } there already.
cli-publish-would =
    Would send { $sent ->
        [0] no file
        [one] { $sent } file
       *[other] { $sent } files
    } ({ $kilobytes } kB) and delete { $deleted }; { $unchanged } are there already. Nothing was changed.
cli-publish-resumed = An earlier publication was cut off; this one takes it up.
cli-publish-address = “{ $address }” is not an address that nakhon publishes to.
    .hint = Write s3://bucket/folder, gs://bucket/folder, az://container/folder or file:///folder.
cli-publish-credentials-in-address = The address holds a user, a password or a query. Credentials come from the environment alone.
cli-publish-no-credentials = The environment has no credentials for this store.
    .hint = Set one of { $names }.
cli-publish-not-built = { $path } holds no site that nakhon built whole.
    .hint = Run nakhon build first.
cli-publish-altered =
    { $count ->
        [one] One file
       *[other] { $count } files
    } in { $path } changed after the build; the first is { $file }. Nothing was published.
    .hint = Run nakhon build again.
cli-publish-overlap = { $path } and the site to publish lie in one another.
cli-publish-foreign = There are files at { $address } that nakhon did not publish, so nothing was changed there.
    .hint = Choose an empty folder of the store.
cli-publish-deletions = { $count } files would be deleted, and at most { $limit } may be. Nothing was changed.
    .hint = If that is right, allow it with --max-deletes { $count }.
cli-publish-store = The store refuses or cannot be reached: { $reason }
    .hint = Run the same command again: it goes on where this one stopped.

## The summary of a job

summary-heading = Site built
summary-not-published = Nothing was published. The pages published before stay as they are.
summary-first = There was no earlier site to compare with.
summary-same = Nothing differs from the last build.
summary-added =
    { $count ->
        [one] { $count } new page
       *[other] { $count } new pages
    }
summary-changed =
    { $count ->
        [one] { $count } changed page
       *[other] { $count } changed pages
    }
summary-removed =
    { $count ->
        [one] { $count } removed page
       *[other] { $count } removed pages
    }
summary-around =
    { $count ->
        [one] { $count } more page changed only around its text (navigation, styles).
       *[other] { $count } more pages changed only around their text (navigation, styles).
    }
summary-files =
    { $count ->
        [one] { $count } other file came, changed or went.
       *[other] { $count } other files came, changed or went.
    }
summary-more = and { $count } more
summary-findings =
    { $count ->
        [one] { $count } finding
       *[other] { $count } findings
    }

## Links to other sites

cli-external-asking = Asking links to other sites
cli-external-clean =
    { $links ->
        [one] { $links } link
       *[other] { $links } links
    } to other sites asked, all there.

## New files and what helps to write them

cli-new-needs-name = The new entry has no name. Write it behind the kind, such as: nakhon new space "City Library"
cli-new-needs-slug = The new entry has no name for its address.
    .hint = Add --slug with letters a-z, digits and hyphens, such as --slug city-library. Nothing is transliterated.
# $fields (Text): names of fields.
cli-new-guessed = A value stands in for: { $fields }. Please write the true one.
cli-new-draft = It is a draft: see it with “nakhon serve --drafts”, and take the line “draft: yes” away to publish it.
cli-new-next = See it with “nakhon serve”.
cli-ask-name = Name ({ $language })
cli-ask-slug = Name in addresses (a-z, 0-9, hyphens)
cli-schema-written = Wrote { $files } schemas to { $path }.
cli-settings-kept = { $path } has comments or is not JSON, and was left as it is.
cli-task-serve = Preview the site
cli-task-check = Check the content
cli-cms-written = Wrote the editor's page to { $path }. Keep it at an address of its own; see docs/editors.
cli-cms-needs-repo = The repository is not named.
    .hint = Add --repo owner/name.
cli-init-made = Made { $files } files in { $path }: an invented example to begin with.
cli-init-not-empty = { $path } is not empty, and was left as it is.
cli-init-next = Go on with: cd { $path }, then nakhon serve
