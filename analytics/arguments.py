"""What the command line takes: its commands and their options."""

import argparse
from pathlib import Path
from typing import Any

from analytics.exchange import check_report, comparison_formats
from analytics.presentation.answers import as_csv, as_json, as_table
from data import datasets

FORMATS = {"table": as_table, "csv": as_csv, "json": as_json}
CHECKED = {"table": check_report.as_table, "csv": check_report.as_csv, "json": check_report.as_json}
COMPARED = {"table": comparison_formats.as_table, "json": comparison_formats.as_json}


def parser_of_commands() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m analytics",
        description="Ask the EaP Open Government Monitor from a script.",
    )
    commands = parser.add_subparsers(dest="command", required=True)
    commands.add_parser("metrics", help="list the catalogue of metrics")
    asking = commands.add_parser("ask", help="answer metrics, broken down and filtered")
    asking.add_argument("--metric", action="append", required=True, metavar="KEY")
    asking.add_argument("--by", action="append", default=[], metavar="DIMENSION")
    asking.add_argument("--where", action="append", default=[], metavar="KEY=CODE")
    asking.add_argument("--as-of", default="", metavar="YYYY-MM-DD")
    asking.add_argument("--dataset", default="public_record", metavar="NAME|PATH")
    asking.add_argument("--format", default="table", metavar="|".join(FORMATS))
    making = commands.add_parser("demo", help="make up a portfolio as a ZIP of CSV files")
    making.add_argument("--commitments", type=int, default=datasets.DEMO_SIZE, metavar="N")
    making.add_argument("--seed", type=int, default=datasets.DEMO_SEED, metavar="N")
    making.add_argument("--out", type=Path, required=True, metavar="FILE.zip")
    verifying = commands.add_parser("verify", help="compare a downloaded file with the data")
    verifying.add_argument("file", metavar="FILE")
    verifying.add_argument("--dataset", default="public_record", metavar="NAME|PATH")
    briefing = commands.add_parser("brief", help="write a country's brief as DOCX, two pages")
    briefing.add_argument("country", metavar="COUNTRY")
    briefing.add_argument("--out", type=Path, required=True, metavar="FILE.docx")
    briefing.add_argument("--as-of", default="", metavar="YYYY-MM-DD")
    briefing.add_argument("--dataset", default="public_record", metavar="NAME|PATH")
    _parsers_of_files(commands)
    return parser


def _parsers_of_files(commands: Any) -> None:  # noqa: ANN401 - argparse keeps the type to itself
    checked = commands.add_parser("check", help="say what is wrong with a file, without loading it")
    checked.add_argument("file", metavar="FILE|URL")
    _permissions(checked)
    _matching(checked)
    checked.add_argument("--format", default="table", metavar="|".join(CHECKED))
    checked.add_argument("--own", action="store_true", help="with the limits of `publish`")
    compared = commands.add_parser("compare", help="say what differs between two datasets")
    compared.add_argument("older", metavar="OLD")
    compared.add_argument("newer", metavar="NEW")
    compared.add_argument("--format", default="table", metavar="|".join(COMPARED))
    published = commands.add_parser("publish", help="put a file in place for all readers")
    published.add_argument("file", metavar="FILE|URL")
    _permissions(published)
    _matching(published)


def _matching(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--mapping", metavar="FILE", help="a matching of columns as the Data page hands it out"
    )


def _permissions(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "--allow-http", action="store_true", help="follow addresses without TLS, too"
    )
    parser.add_argument(
        "--allow-private",
        action="append",
        default=[],
        metavar="HOST",
        help="let this host stand in the own network; may be given several times",
    )
