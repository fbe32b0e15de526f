"""The words of the made-up portfolio: what is promised, about what, by whom."""

from functools import cache

from data.raw import read_public_record

PROMISES = (
    "Public register of {}", "Open data on {}", "Online portal for {}", "Clear rules for {}",
    "Yearly public report on {}", "Independent review of {}", "Citizens’ monitoring of {}",
    "Public consultation on {}", "Training of officials in {}", "Complaints line for {}",
)  # fmt: skip
QUALIFIERS = (
    "",
    ", first stage",
    ", in all regions",
    ", with civil society",
    ", pilot in one town",
)

# Sector: how often it is promised, and what the promises are about.
SUBJECTS: dict[str, tuple[int, tuple[str, ...]]] = {
    "anti_corruption": (16, ("asset declarations", "conflicts of interest", "gifts to officials",
                             "company owners", "political party money")),
    "justice": (10, ("court rulings", "the choice of judges", "legal aid", "prison inspections")),
    "public_administration": (12, ("civil service exams", "public officials’ pay",
                                   "inspections of offices", "state property")),
    "education": (8, ("school budgets", "university admissions", "textbook purchases")),
    "business": (7, ("business permits", "state aid to firms", "tax inspections")),
    "civic_participation": (10, ("draft laws", "petitions", "citizens’ budgets", "councils")),
    "access_to_information": (8, ("information requests", "archives", "reused public data")),
    "fiscal_openness": (9, ("the state budget", "public contracts", "public debt")),
    "local_government": (5, ("town budgets", "town councils’ votes", "local services")),
    "parliament": (4, ("members’ votes", "committee hearings")),
    "inclusion": (4, ("services for persons with disabilities", "young people’s councils")),
    "public_services": (6, ("hospital waiting lists", "medicine prices", "social payments")),
    "environment_land": (5, ("air quality", "land plots", "forest cutting")),
    "other": (2, ("emergency aid", "cultural grants")),
}  # fmt: skip

# Out of a hundred points: how well promises of a sector are kept. Without it all would look alike.
EASE = {
    "anti_corruption": 40, "justice": 44, "public_administration": 55, "education": 60,
    "business": 62, "civic_participation": 52, "access_to_information": 66,
    "fiscal_openness": 68, "local_government": 50, "parliament": 48, "inclusion": 46,
    "public_services": 58, "environment_land": 42, "other": 50,
}  # fmt: skip

LEADS = {
    "national": (
        "Ministry of Finance", "Ministry of Justice", "Ministry of Education",
        "Ministry of Economy", "Ministry of Health", "Ministry of Environment",
        "Ministry of Digital Affairs", "Anti-Corruption Agency", "Procurement Agency",
        "Civil Service Office", "State Chancellery", "Parliament",
    ),
    "local": ("City Council", "Mayor’s Office", "City Finance Department", "City Planning Office"),
}  # fmt: skip
SUPPORTERS = ("Example Transparency Network", "Example Budget Watch", "Example Youth Forum",
              "Example Association of Towns", "Example Open Data Lab")  # fmt: skip
REASONS = (
    "The law was adopted later than planned", "The tender had to be repeated",
    "Funds came only with the new budget", "The institution was reorganised",
    "Technical work took longer than planned", None,
)  # fmt: skip
STEPS = ("Working group set up", "Needs studied", "Draft prepared", "Draft discussed in public",
         "Rules adopted", "System tested", "System opened", "First report published")  # fmt: skip

SECTORS = tuple(SUBJECTS)


@cache
def tags() -> tuple[tuple[str, int], ...]:
    """OGP's policy areas of today, each with the place of its sector in SECTORS."""
    record = read_public_record()["policy_areas"].to_pylist()
    return tuple(
        (row["tag"], SECTORS.index(row["sector"]))
        for row in record
        if row["tag"] == row["policy_area"]
    )


@cache
def labels() -> tuple[tuple[str, ...], ...]:
    """All promises by sector, in the order of SECTORS. Each says that it is an example."""
    return tuple(
        tuple(
            f"Example: {promise.format(subject)[0].lower()}{promise.format(subject)[1:]}{qualifier}"
            for subject in SUBJECTS[sector][1]
            for promise in PROMISES
            for qualifier in QUALIFIERS
        )
        for sector in SECTORS
    )
