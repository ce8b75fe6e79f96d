"""The core: records in, pages and data out. Imports nothing of MkDocs.

Read it in the order of a build. Each module here is a step; the folders hold what the step is made of.

    model, parts, fields       what a record is
    errors                     the one error
    store      loading/        one YAML file -> one record         writing/   and back, changing no other byte
    article    articles/       a source's bytes -> its text
    contents                   the whole folder, with every fault
    verify     fidelity/       is this quotation in its source?
    rules      checking/       checks between records
    reading, library           all of the above -> a Library, and the questions asked of it
    pages/     templates/ charts/      Library -> pages
    data       outlets/        Library -> every other file
    csp, rendered              the built pages, looked at once more
"""
