"""One row of each sheet of the template that shows how it is meant.

Its first cell says EXAMPLE instead of what belongs there, so it never loads.
"""

from i18n import N_

EXAMPLES: dict[str, dict[str, str]] = {
    "action_plans": {
        "country": "UKR",
        "jurisdiction": "Ukraine",
        "level": "national",
        "plan_number": "6",
        "period": "2023-2025",
        "end_date": "2025-12",
        "source_url": "https://www.opengovpartnership.org/members/ukraine/",
    },
    "commitments": {
        "plan_id": "UKR-6",
        "commitment_number": "5",
        "label": N_("An open register of ministry contracts"),
        "lead_institution": "Ministry of Finance; Ministry of Justice",
        "policy_areas": "Open Contracting; Open Data",
        "start_date": "2024-01",
        "end_date": "2025-06-30",
        "verifiable": "yes",
        "high_ambition": "yes",
    },
    "milestones": {
        "commitment_id": "UA0105",
        "label": N_("The register is tested by two ministries"),
        "due_date": "2024-09-30",
        "done_date": "2024-10-14",
    },
    "assessments": {
        "stage": "monitoring",
        "source_kind": "government",
        "observed_date": "2024-12-31",
        "completion": "limited",
    },
    "due_date_revisions": {
        "revised_on": "2025-03-01",
        "new_due_date": "2025-12-31",
        "reason": N_("The law was adopted later than planned"),
        "revised_by": "Ministry of Finance",
    },
    "grants": {
        "country": "UKR",
        "kind": "innovation",
        "sector": "fiscal_openness",
        "amount_eur": "25000",
        "paid_eur": "10000",
        "paid_until": "2024-12-15",
        "start": "2024-02",
    },
    "indicators": {
        "year": "2025",
        "indicator": N_("Contracts published within ten days"),
        "unit": N_("per cent"),
        "value": "64",
        "baseline": "40",
        "baseline_year": "2023",
        "target": "90",
        "result": "1.2",
        "period_start": "2025-01-01",
        "period_end": "2025-12-31",
    },
    "compiled": {"note": N_("Put the day in the first column, such as 2026-11-25")},
}
