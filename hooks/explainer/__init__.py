"""The core: records in, pages and data out. Imports nothing of MkDocs.

Read it in the order of a build. Each room is one step, and imports only rooms above it:

    errors         the one error
    places         where the generator's files are, and where a newsroom's
    text           characters, encodings, numbers
    strict_yaml    a YAML file -> values with their places; and back, changing no other byte
    verification   is this quotation in its source?
    safety         what may reach a reader's browser
    words          what the interface says, in one file for each language
    records        what a record is: fields, words, address, schema
    articles       a source's bytes -> its text
    contents       the whole folder, with every fault
    rules          what must hold between records
    library        all of the above -> a Library, and the questions asked of it
    charts         figures -> drawings
    data           Library -> every file beside the pages: data, feeds, citations, cards, search
    pages          Library -> pages, with templates/
    rendered       the built pages, looked at once more

`tests/test_layers.py` holds the order.
"""

import os

os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")  # nobody else has a say in how records are read
