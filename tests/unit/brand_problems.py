"""Councils' folders that are wrong, each with the problem that must be told."""

from tests.unit.brands import SETTINGS

ADD = "add:\n  - "
QUESTION = f"{ADD}id: northshire-why\n    section: on-values\n    kind: text\n    text: Why us?\n"
QUOTE = (
    f"{ADD}id: northshire-yes\n    behaviour: stand-up\n    themes: [purpose]\n"
    "    said_by: A head\n    extract: yes\n    text: We said yes.\n"
).replace("extract: yes", "extract: said yes")
RATING = (
    QUESTION.replace("northshire-why", "northshire-how").replace("kind: text", "kind: rating")
    + "    examples: [We do.]\n"
)
# What a later release may do to a workbook: a question withdrawn, and a section.
PROBLEMS = {
    "a colour that YAML takes for a comment": (
        {"brand.yml": SETTINGS + "colours:\n  main: #0c4f5c\n"},
        "northshire/brand.yml:6: main of the colours of the brand is empty: put it in quotes, "
        "such as '#0c4f5c': without them, what follows # is a comment",
    ),
    "a colour in curly quotes": (
        {"brand.yml": SETTINGS + "colours:\n  main: “#0c4f5c”\n"},
        "northshire/brand.yml:6: the text is in curly quotation marks, which are read as a part of "
        "it: write straight ones (' or \") instead, or around them if people should see them",
    ),
    "a second colour that YAML takes for a comment": (
        {"brand.yml": SETTINGS + "colours:\n  main: '#0c4f5c'\n  second: #8a1d4c\n"},
        "northshire/brand.yml:7: second of the colours of the brand is empty: put it in "
        "quotes, such as '#0c4f5c': without them, what follows # is a comment",
    ),
    "a name of the site that is cut": (
        {"brand.yml": SETTINGS.replace("Leading in Northshire", "Plan #2 for leaders")},
        "northshire/brand.yml:4: the text ends before '#2 for leaders', for ' #' begins a comment: "
        "put the whole text in quotes, or the comment on a line of its own",
    ),
    "a question that is cut": (
        {"questions.yml": QUESTION.replace("Why us?", "How do you live your #1 value and why?")},
        "northshire/questions.yml:5: the text ends before '#1 value and why?', for ' #' begins a "
        "comment: put the whole text in quotes, or the comment on a line of its own",
    ),
    "a title of the page that is cut": (
        {"local.md": "---\ntitle: Our #1 page\n---\nWords.\n"},
        "northshire/local.md:2: the text ends before '#1 page', for ' #' begins a comment: put the "
        "whole text in quotes, or the comment on a line of its own",
    ),
    "an address without a space before it": (
        {"brand.yml": SETTINGS + "contacts:\n  email:a@b.gov.uk\n  phone: 01234 567890\n"},
        "northshire/brand.yml:6: there is no space after 'email:': write 'email: a@b.gov.uk'",
    ),
    "the only contact without a space before it": (
        {"brand.yml": SETTINGS + "contacts:\n  email:a@b.gov.uk\n"},
        "northshire/brand.yml:6: there is no space after 'email:': write 'email: a@b.gov.uk'",
    ),
    "a setting that is indented differently": (
        {"brand.yml": SETTINGS + "contacts:\n  email: a@b.gov.uk\n   phone: 01234 567890\n"},
        "northshire/brand.yml:7: the line is indented more than the field above, so it is read as "
        "a part of its text: line it up with that field; if it is a part of the text, put the "
        "whole text in quotes",
    ),
    "a setting whose name another place has, with a letter more": (
        {"brand.yml": SETTINGS + "contact:\n  email: a@b.gov.uk\n"},
        "northshire/brand.yml:5: the brand has an unknown field 'contact': did you mean "
        "'contacts'? ('contact' belongs under 'security')",
    ),
    "a setting that is not indented": (
        {"brand.yml": SETTINGS + "postal_address: The Town Hall\n"},
        "northshire/brand.yml:5: the brand has an unknown field 'postal_address': indent it under "
        "'contacts'",
    ),
    "a place that is lost in the text before it": (
        {"questions.yml": QUESTION.replace("Why us?", ">-\n      Why us?\n      after: how-much")},
        "northshire/questions.yml:7: 'after' is read as a part of text of added question "
        "'northshire-why': line it up with the fields before it; or break the lines elsewhere",
    ),
    "a colour by a name that there is not": (
        {"brand.yml": SETTINGS + "colours:\n  main: tael\n"},
        "northshire/brand.yml:6: main of the colours of the brand is 'tael': write a colour in "
        "quotes, such as '#0c4f5c', or its English name, such as teal",
    ),
    "a setting that there is not": (
        {"brand.yml": SETTINGS + "sitename: Leading\n"},
        "northshire/brand.yml:5: the brand has an unknown field 'sitename': did you mean "
        "'site_name'?",
    ),
    "a setting that is like no other": (
        {"resources.yml": "delete: [old-toolkit]\n"},
        "northshire/resources.yml:1: the resource changes have an unknown field 'delete': "
        "remove it; there may be add, replace, hide and move",
    ),
    "no name": (
        {"brand.yml": "organisation:\n  id: northshire\nsite_name: Leading\n"},
        "northshire/brand.yml:1: organisation 'northshire' has no name: add 'name' with its words",
    ),
    "a name of blanks": (
        {"brand.yml": SETTINGS.replace("Northshire Council", '"  "')},
        "northshire/brand.yml:2: name of organisation 'northshire' is blank: write its words",
    ),
    "a name of the site of blanks": (
        {"brand.yml": SETTINGS.replace("Leading in Northshire", "'\u00a0 '")},
        "northshire/brand.yml:4: site_name of the brand is blank: write its words",
    ),
    "a copy that is wholly accessible and is not": (
        {"brand.yml": f"{SETTINGS}accessibility:\n  compliance: full\n  problems_md: [A table.]\n"},
        "northshire/brand.yml:6: compliance is 'full' and problems_md lists what is not "
        "accessible: write 'compliance: partial', or remove the list",
    ),
    "a statement that is no draft and does not say what was found": (
        {"brand.yml": f"{SETTINGS}accessibility:\n  statement_date: '2026-11-23'\n"},
        "northshire/brand.yml:6: the statement is dated, and compliance does not say what an "
        "assessment found: write 'compliance: full', 'partial' or 'none'; or 'not-assessed', if "
        "there was none",
    ),
    "a statement that was reviewed before it was there": (
        {
            "brand.yml": f"{SETTINGS}accessibility:\n  statement_date: '2026-11-23'\n"
            "  reviewed_on: '2026-11-22'\n"
        },
        "northshire/brand.yml:7: reviewed_on is before statement_date, the day the statement was "
        "prepared: correct one of the 2 dates",
    ),
    "data that goes abroad and does not": (
        {"brand.yml": f"{SETTINGS}data_protection:\n  sent_abroad: false\n  transfer_md: Far.\n"},
        "northshire/brand.yml:7: transfer_md describes data sent abroad, and sent_abroad is not "
        "'true': write 'sent_abroad: true', or remove transfer_md",
    ),
    "an address with 2 slashes": (
        {"brand.yml": SETTINGS + "site_address: https://example.org//guide\n"},
        "northshire/brand.yml:5: site_address of the brand is 'https://example.org//guide': write "
        "one slash between its folders, not 2",
    ),
    "a former address instead of its path": (
        {"brand.yml": SETTINGS + "formerly_at: ['https://www.example.org/guide']\n"},
        "northshire/brand.yml:5: item 1 of formerly_at of the brand is "
        "'https://www.example.org/guide': write only the path, from the first slash to the last: "
        "'/guide/'",
    ),
    "a former path that is the present one": (
        {
            "brand.yml": f"{SETTINGS}site_address: https://example.org/guide/\n"
            "formerly_at: [/team/, /guide/]\n"
        },
        "northshire/brand.yml:6: formerly_at has '/guide/', which is the path of "
        "site_address: "
        "write the path that it had before",
    ),
    "a copy that has moved to where it is": (
        {
            "brand.yml": f"{SETTINGS}site_address: https://example.org/guide/\n"
            "moved_to: https://example.org/guide/\n"
        },
        "northshire/brand.yml:6: moved_to is the copy's own address, site_address: write it in "
        "the copy that stays at the old address, or remove it",
    ),
    "an area that there is not": (
        {"brand.yml": SETTINGS + "hide: [question]\n"},
        "northshire/brand.yml:5: item 1 of hide of the brand is 'question': did you mean "
        "'questions'?",
    ),
    "a logo that is not there": (
        {"brand.yml": SETTINGS + "logo: logo.svg\n"},
        "northshire/brand.yml:5: the file 'logo.svg' does not exist: put it beside brand.yml, or "
        "correct its name",
    ),
    "a logo whose name has other letters": (
        {"brand.yml": SETTINGS + "logo: logo.svg\n", "Logo.SVG": "<svg/>"},
        "northshire/brand.yml:5: the file 'logo.svg' does not exist, but 'Logo.SVG' does: "
        "write 'Logo.SVG': capital and small letters make a difference",
    ),
    "a logo that is something else": (
        {"brand.yml": SETTINGS + "logo: logo.png\n", "logo.png": "<svg/>"},
        "northshire/brand.yml:5: the file 'logo.png' is not a PNG but an SVG: save it as a "
        "PNG, or change its ending to .svg",
    ),
    "a file that is not read": (
        {"resource.yml": "add: []\n"},
        "northshire/resource.yml:1: the file is not read: name it resources.yml",
    ),
    "a page without a title": (
        {"local.md": "# In our council\n"},
        "northshire/local.md:1: the page has no title: begin the file with 3 lines: ---, "
        "title: In our council, ---",
    ),
    "an id that may be the guide's one day": (
        {"questions.yml": QUESTION.replace("northshire-why", "why")},
        "northshire/questions.yml:2: added question 'why' does not begin with 'northshire-': write "
        "'northshire-why': then no id of the guide will ever be the same",
    ),
    "a note whose id may be the guide's one day": (
        {"questions.yml": f"{RATING}    note:\n      id: how-so\n      text: How so?\n"},
        "northshire/questions.yml:8: companion 'how-so' does not begin with 'northshire-': write "
        "'northshire-how-so': then no id of the guide will ever be the same",
    ),
    "a rating of one's own that colleagues are to be asked": (
        {"questions.yml": f"{RATING}    for_others:\n      id: northshire-do\n      text: How?\n"},
        "northshire/questions.yml:7: added question 'northshire-how' has 'for_others', but "
        "colleagues only get the guide's questions: remove it",
    ),
    "an organisation whose id begins ids of the guide": (
        {"brand.yml": SETTINGS.replace("northshire", "speak")},
        "northshire/brand.yml:3: the guide has ids that begin with 'speak-', such as "
        "'speak-out': choose another one",
    ),
    "a section that there is not": (
        {"questions.yml": QUESTION.replace("on-values", "on-value")},
        "northshire/questions.yml:3: added question 'northshire-why' names section 'on-value', "
        "which does not exist: did you mean 'on-values'?",
    ),
    "a removed id": (
        {"resources.yml": "hide: [older-toolkit]\n"},
        "northshire/resources.yml:1: the list of resource changes names resource "
        "'older-toolkit', which does not exist: did you mean 'old-toolkit'?",
    ),
    "an id of another kind": (
        {"terms.yml": "hide: [old-toolkit]\n"},
        "northshire/terms.yml:1: the list of term changes names resource 'old-toolkit' where a "
        "term belongs: write the id of a term, such as 'fidelity'",
    ),
    "a rating without examples": (
        {"questions.yml": QUESTION.replace("kind: text", "kind: rating")},
        "northshire/questions.yml:2: added question 'northshire-why' is a rating without examples: "
        "add 'examples' of what a 5 might sound like",
    ),
    "an extract that is not in the quote": (
        {"quotes.yml": QUOTE.replace("extract: said yes", "extract: said no")},
        "northshire/quotes.yml:6: extract of added quote 'northshire-yes' is not in its text, word "
        "for word: copy a part of the text",
    ),
    "an extract that is not in what replaces a quote": (
        {"quotes.yml": "replace:\n  - id: speak-out\n    text: We speak.\n    extract: We shout\n"
         "    said_by: A director\n"},
        "northshire/quotes.yml:4: the extract of what replaces quote 'speak-out' is not in its "
        "text, word for word: copy a part of the text",
    ),
    "a quote that nobody said": (
        {"quotes.yml": QUOTE.replace("    said_by: A head\n", "")},
        "northshire/quotes.yml:2: added quote 'northshire-yes' has no said_by: add 'said_by' with "
        "its words",
    ),
    "words that are said to be the report's": (
        {"questions.yml": QUESTION + "    origin: report\n"},
        "northshire/questions.yml:6: origin of added question 'northshire-why' is 'report': write "
        "organisation",
    ),
    "a record that comes after itself": (
        {"questions.yml": QUESTION + "    after: northshire-why\n"},
        "northshire/questions.yml:6: 'northshire-why' comes after itself: name one that comes "
        "before it",
    ),
    "two records that come after each other": (
        {
            "questions.yml": f"{QUESTION}    after: northshire-how\n"
            + QUESTION.removeprefix("add:\n").replace("northshire-why", "northshire-how")
            + "    after: northshire-why\n"
        },
        "northshire/questions.yml:6: 'northshire-why' comes after 'northshire-how', which comes "
        "after 'northshire-why': let one of them come after another record",
    ),
    "two words on one record": (
        {"questions.yml": "hide: [how-much]\nmove:\n  - id: how-much\n    after: why-you-lead\n"},
        "northshire/questions.yml:3: 'how-much' is under 'hide' and under 'move': keep one of "
        "them",
    ),
    "a replacement for one's own": (
        {"questions.yml": QUESTION + "replace:\n  - id: northshire-why\n    text: Why?\n"},
        "northshire/questions.yml:7: added question 'northshire-why' is your own and is under "
        "'replace': change it where it is, northshire/questions.yml:2",
    ),
    "every workbook hidden": (
        {"brand.yml": SETTINGS + "hide: [recruiting, developing, self-reflection]\n"},
        "northshire/brand.yml:5: every workbook is hidden: keep one of them",
    ),
    "a released id that is gone": (
        {"released-ids.txt": "# Ours.\nnorthshire-why\n"},
        "northshire/released-ids.txt:2: id 'northshire-why' was released and no record has it "
        "now: put its record back (with 'retired' and the reason, if it is withdrawn), or write "
        "'formerly: [northshire-why]' in the record that it became",
    ),
    "a link that leads nowhere": (
        {"terms.yml": f"{ADD}id: northshire-hub\n    term: Hub\n    kind: practice\n"
         "    meaning_md: See [trust](term:trusty).\n"},
        "northshire/terms.yml:5: added term 'northshire-hub' names term 'trusty', which does "
        "not exist: did you mean 'trust'?",
    ),
}  # fmt: skip
