"""A workbook in which every word somebody may choose freely tries to be more than a word."""

from data.columns import TABLES, Column, Kind, sheet_name
from tests.unit.importer.made import book

HOST = "evil.example"
WORDS = (
    f"![a](http://{HOST}/i.png) [x](http://{HOST}/) http://{HOST}/b www.{HOST} me@{HOST} "
    f"**loud** _soft_ `code` <b>raw</b> <img src=http://{HOST}/j.png> :red[warm] "
    ":material/home: :material_home: :tada: :streamlit: $x^2$ ~~gone~~"
)
NAME = f"![a](http:||{HOST}|i.png) [x](www.{HOST}) **loud** :tada: <b>raw<|b> $x^2$.xlsx"

# What a column holds that is not free; a link may lead anywhere, but only as a link.
CELLS = {
    Kind.DAY: "2024-06-30", Kind.YEARS: "2023-2025", Kind.YEAR: "2024", Kind.WHOLE: "3",
    Kind.COUNT: "1", Kind.NUMBER: "4", Kind.FIGURE: "5", Kind.AMOUNT: "6", Kind.LATITUDE: "50.4",
    Kind.LONGITUDE: "30.5", Kind.YES_NO: "yes", Kind.COUNTRY: "UKR",
    Kind.COUNTRY_OR_REGION: "UKR", Kind.LINK: "https://www.opengovpartnership.org/x",
    Kind.RESULT: "1", Kind.TAGS: f"tag {WORDS}", Kind.PLAN: "UKR-77", Kind.COMMITMENT: "X1",
    Kind.KEY: "X1", Kind.TEXT: WORDS,
}  # fmt: skip
OWN = {
    ("action_plans", "plan_id"): "UKR-77", ("action_plans", "level"): "national",
    ("action_plans", "jurisdiction"): "Ukraine", ("commitments", "jurisdiction"): "Ukraine",
    ("action_plans", "plan_number"): "77",
    ("commitments", "start_date"): "2023-01-01", ("commitments", "completion_date"): "",
    ("commitments", "carried_into"): "", ("commitments", "end_date"): "2023-12-31",
    ("milestones", "milestone_id"): "X1-1", ("milestones", "done_date"): "",
    ("assessments", "stage"): "monitoring", ("assessments", "completion"): "limited",
    ("due_date_revisions", "revised_on"): "2024-01-31",
    ("grants", "linked_commitment"): "X1",
    ("policy_areas", "tag"): f"tag {WORDS}", ("objectives_results", "number"): "1",
    ("objectives_results", "level"): "objective",
}  # fmt: skip
LEFT_OUT = ("plan_results", "countries", "participation", "places")
"""Tables of numbers, and those whose words the public record has already."""


def workbook() -> bytes:
    """The template, one row a sheet, hostile wherever a text is free."""
    sheets = {
        sheet_name(table): [[column.name for column in columns],
                            [_cell(table, column) for column in columns]]
        for table, columns in TABLES.items() if table not in LEFT_OUT
    }  # fmt: skip
    return book(sheets)


def _cell(table: str, column: Column) -> str:
    usual = column.words[0] if column.words else CELLS.get(column.kind, "")
    return OWN.get((table, column.name), usual)
