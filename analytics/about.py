"""What this application is called, its version, and the licence of what it shows."""

from i18n import N_

NAME = N_("EaP Open Government Monitor")
VERSION = "0.1.0"
LICENCE = "CC BY 4.0"
CREDIT = N_("Open Government Partnership and its Independent Reporting Mechanism")
