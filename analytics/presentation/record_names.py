"""Words of the public record that readers meet in their own language, marked for the translators.

They are data, and stay what they are in files for programs; a page says them through `t`. What a
reader's own file says otherwise is shown as it stands.
"""

from i18n import N_

PLACES = (
    N_("Akhaltsikhe"),
    N_("Armavir"),
    N_("Gyumri"),
    N_("Khmelnytskyi"),
    N_("Khoni"),
    N_("Kutaisi"),
    N_("Kyiv"),
    N_("Metsamor"),
    N_("Orzhytsia"),
    N_("Ozurgeti"),
    N_("Rustavi"),
    N_("Tbilisi"),
    N_("Ternopil"),
    N_("Vanadzor"),
    N_("Vinnytsia"),
    N_("Yerevan"),
    N_("Zviahel"),
)
"""Jurisdictions of plans, and other places the record names; countries are in codelists."""

AREAS = (
    N_("Access to Information"),
    N_("Access to Justice"),
    N_("Aid"),
    N_("Anti-Corruption Institutions"),
    N_("Anti-Corruption Strategies"),
    N_("Anti-Corruption and Integrity"),
    N_("Asset Disclosure"),
    N_("Audits"),
    N_("Beneficial Ownership"),
    N_("Capacity Building"),
    N_("Citizenship and Immigration"),
    N_("Civic Space"),
    N_("Civil Society"),
    N_("Conflicts of Interest"),
    N_("Cross-cutting"),
    N_("Data Stewardship and Privacy"),
    N_("Democratizing Decision-Making"),
    N_("Digital Governance"),
    N_("Digital Inclusion"),
    N_("Digital Participation"),
    N_("Digital Transformation"),
    N_("Disinformation"),
    N_("E-Government (retired)"),
    N_("Economic Inclusion"),
    N_("Education"),
    N_("Elections and Political Finance"),
    N_("Energy"),
    N_("Environment and Climate"),
    N_("Environmental Regulation"),
    N_("Extractive Industries"),
    N_("Fiscal Openness"),
    N_("Freedom of Assembly"),
    N_("Freedom of Association"),
    N_("Freedom of Expression"),
    N_("Gender"),
    N_("Health"),
    N_("Human Rights"),
    N_("Inclusion"),
    N_("Infrastructure and Transport"),
    N_("Judiciary"),
    N_("Justice"),
    N_("Labor"),
    N_("Land and Spatial Planning"),
    N_("Legislation"),
    N_("Legislative (retired)"),
    N_("Legislative Oversight"),
    N_("Lobbying"),
    N_("Mainstreaming Participation"),
    N_("Media and Telecommunications"),
    N_("Money in Politics"),
    N_("Natural Resources"),
    N_("Open Contracting"),
    N_("Open Data"),
    N_("Open Government Partnership"),
    N_("Open Justice"),
    N_("Open Parliaments"),
    N_("Oversight of Budget/Fiscal Policies"),
    N_("Participation in Lawmaking"),
    N_("People with Disabilities"),
    N_("Policing and Corrections"),
    N_("Political Integrity"),
    N_("Private Sector"),
    N_("Public Participation"),
    N_("Public Participation in Budget/Fiscal Policy"),
    N_("Public Procurement"),
    N_("Public Service Delivery"),
    N_("Publication of Budget/Fiscal Information"),
    N_("Records Management"),
    N_("Regulation"),
    N_("Regulatory Governance"),
    N_("Right to Information"),
    N_("Science and Technology"),
    N_("Security and Public Safety"),
    N_("Social Accountability"),
    N_("Subnational"),
    N_("Sustainable Development Goals"),
    N_("Tax"),
    N_("Water and Sanitation"),
    N_("Youth"),
)
"""Policy areas and themes, as OGP names them."""

OBJECTIVES = (
    N_(
        "Use the OGP platform so partners run evidence-based anti-corruption policy and open, "
        "citizen-centred government"
    ),
    N_(
        "Stronger government–civil society dialogue for open government reform: anti-corruption, "
        "justice, administration"
    ),
    N_("More civil society engagement and new digital tools aimed at high-level corruption"),
    N_(
        "Alliances and reform champions in sectors where citizens meet corruption most: education"
        " and business integrity"
    ),
    N_("Civil society takes a larger part in drafting and carrying out OGP national action plans"),
    N_("Open government reforms are better implemented and monitored"),
    N_("Leading reformers and champions give the reforms high-level political backing"),
    N_(
        "Civil society has wider access to innovations and tools for engagement and citizen "
        "monitoring of policy"
    ),
    N_("Technology makes open government reforms against high-level corruption run more smoothly"),
    N_(
        "Dialogue between state and civil society in OGP coordination councils / forums becomes "
        "more intensive"
    ),
    N_(
        "Stakeholders from corruption-prone sectors take part in making and carrying out open "
        "government policy"
    ),
    N_(
        "Closer ties between governments and the civil society groups that work on anti-"
        "corruption reform"
    ),
    N_("Sister OECD part: policy built on evidence and anti-corruption reforms carried out"),
    N_("Sister OECD part: firmer law enforcement against high-level corruption"),
    N_("Sister OECD part: integrity in two exposed sectors, education and business"),
    N_(
        "Better measured performance in policy and institutions, in prevention, and in criminal "
        "enforcement"
    ),
    N_("Civil society counts for more in making and monitoring anti-corruption policy"),
    N_("Complex and high-level corruption cases are enforced more often"),
    N_("Business integrity has a priority place in national anti-corruption policy"),
    N_("Systemic weaknesses in education integrity, and sound responses to them, are better known"),
    N_("OECD second phase: help carry out anti-corruption reforms"),
    N_("OECD second phase: stronger law enforcement response to high-level and complex corruption"),
    N_("OECD second phase (2024-26): more business integrity action"),
    N_(
        "Follow-on OGP action Road4EaP: open, inclusive, accountable governments able to resist "
        "corruption"
    ),
)
"""Objectives and expected results of the programme and of its parts."""
