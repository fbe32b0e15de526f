"""What can be wrong with a file: one small class a kind. What, where, remedy.

The name of a kind makes its code: EmptyFile is `empty-file`. The place is the finding's own;
`{value}` is what stood there, `{other}` what it is held against, `{choices}` the words it may be
and `{count}` how many one line speaks for. docs/problems.md shows every kind.
"""

from data.findings import Note, Problem
from i18n import N_, t

# The file as a whole


class EmptyFile(Problem):
    says = N_("The file is empty.")
    remedy = N_("Save it again from the program it comes from, and load that.")


class NotATable(Problem):
    says = N_("This is neither a workbook (XLSX), a CSV file nor a ZIP of CSV files.")
    remedy = N_("In Excel or LibreOffice choose “Save as” and “Excel workbook (.xlsx)”.")


class OtherWorkbook(Problem):
    says = N_("This is a workbook of another kind: {value}.")
    remedy = N_("Open it and save it as “Excel workbook (.xlsx)”.")


class ProtectedWorkbook(Problem):
    says = N_("The file is protected by a password.")
    remedy = N_("Remove the password in Excel (File, Info, Protect workbook) and save it again.")


class DamagedFile(Problem):
    says = N_("The file is damaged or was cut short, so it cannot be read to its end.")
    remedy = N_("Download or save it again. Nothing was loaded.")


class ForbiddenMarkup(Problem):
    says = N_("The workbook holds XML declarations that no spreadsheet program writes.")
    remedy = N_("Open it in Excel or LibreOffice and save it as a new workbook.")


class HostileXml(Problem):
    says = N_("The XML declares a document type or entities, which IATI has no need of.")
    remedy = N_("Take the file from its publisher as it was. Nothing was read.")


class BrokenXml(Problem):
    says = N_("The XML is not well-formed here: {value}.")
    remedy = N_("Download it again; if that does not help, its publisher has to correct it.")


class OtherIati(Problem):
    says = N_("This is not an IATI activity file of version 2.01, 2.02 or 2.03, but {value}.")
    remedy = N_("Ask its publisher, or the IATI registry, for the activity file in version 2.03.")


class MissingPart(Problem):
    says = N_("It is not there, and IATI asks for it.")
    remedy = N_("Its publisher has to add it.")


class NoActivity(Problem):
    says = N_(
        "None of the activities in the file, {count} in all, is for one of the six countries."
    )
    remedy = N_("Load the file that holds the programme’s own activities.")


class TooBig(Problem):
    says = N_("The file is larger than {other}.")
    remedy = N_("Leave out what is not needed, or split the file, and load it again.")


class TooMuchToRead(Problem):
    says = N_("Reading the file takes more memory or time than this server gives to one file.")
    remedy = N_("Leave out what is not needed, or split the file, and load it again.")


class NoRoom(Problem):
    says = N_("The room this server has for files of its readers is taken.")
    remedy = N_("Remove a file of yours that you no longer need, or try again in some minutes.")


class UnpackedTooBig(Problem):
    says = N_("Unpacked, the file is larger than {other}.")
    remedy = N_("Save only the sheets you need in a new workbook, or load a CSV file instead.")


class TooManyRows(Problem):
    says = N_("There are more than {other} rows.")
    remedy = N_("Delete rows that are not needed. Empty ones at the end do not count.")


class TooManyCells(Problem):
    says = N_("There are more than {other} cells.")
    remedy = N_("Delete rows and columns that are not needed, or load a CSV file instead.")


class BrokenQuotes(Problem):
    says = N_("A quotation mark is never closed, or something follows where one closes.")
    remedy = N_("Save the file again as CSV from Excel or LibreOffice: they set the marks right.")


class RowTooLong(Problem):
    says = N_("The row has {count} cells under {other} column names. Too many: “{value}”.")
    remedy = N_(
        "Put a text that holds the separator, a comma or a semicolon, in quotation marks, or save "
        "the file as XLSX."
    )


class CutShort(Problem):
    says = N_("The last row stops after {count} cells: the file was cut short.")
    remedy = N_("Download or save it again. Nothing was loaded.")


class NoRows(Problem):
    says = N_("There is a header, and no commitment below it.")
    remedy = N_("Fill in at least one commitment.")


class NotRecognised(Problem):
    says = N_("No sheet has the columns looked for: {value}. The nearest ones found are: {other}.")
    says_alone = N_("No sheet has the columns looked for: {value}. None comes near to them.")
    remedy = N_(
        "Load OGP's own export as it was downloaded, or copy the rows into our template; or match "
        "the columns to ours on the Data page."
    )


class HiddenOnly(Problem):
    says = N_("The columns looked for stand on hidden sheets alone: {value}.")
    remedy = N_("Right-click the sheet tabs, choose “Unhide”, and save the workbook.")


class HeaderFurtherDown(Problem):
    says = N_("The column names stand in row {value}, not in the first one.")
    remedy = N_("Delete the rows above the column names.")


class ColumnToMatch(Problem):
    says = N_("The matching names the column “{value}”, which is not there. Near it: “{other}”.")
    says_alone = N_("The matching names the column “{value}”, which is not there.")
    remedy = N_("Match the columns anew on the Data page, or correct the file of the matching.")


class SheetToMatch(Problem):
    says = N_("The matching is for the sheet “{value}”. The file has: {other}.")
    remedy = N_("Match the columns anew on the Data page, or correct the file of the matching.")


class MissingColumn(Problem):
    says = N_("The column “{value}” is missing. The nearest one found is “{other}”.")
    says_alone = N_("The column “{value}” is missing, and none comes near to it.")
    remedy = N_("Add the column, or give it this name if it is there under another.")


class ColumnTwice(Problem):
    says = N_("The column “{value}” stands there more than once.")
    remedy = N_("Keep one of them and delete or rename the others.")


class SheetTwice(Problem):
    says = N_("There is more than one sheet “{value}”.")
    remedy = N_("Keep one of them.")


class CannotLoad(Problem):
    says = N_("The file was read and checked, but it could not be loaded: a mistake of ours.")
    remedy = N_("Please tell whoever runs this monitor, with the file's name. Nothing was loaded.")


# One cell


class CellError(Problem):
    says = N_("The cell shows the error “{value}”.")
    remedy = N_("Correct the formula, or write the value itself.")


class TooLong(Problem):
    says = N_("The text has more than {other} characters.")
    remedy = N_("Shorten it; a spreadsheet cell holds no more.")


class MissingValue(Problem):
    says = N_("The cell is empty, and this column has to be filled in.")
    remedy = N_("Fill it in, or delete the row.")


class NotADay(Problem):
    says = N_("“{value}” is not a day.")
    remedy = N_("Write it as year-month-day, for example 2026-03-31, or 2026-03, or 2026.")


class TwoDays(Problem):
    says = N_("“{value}” can be read day first or month first.")
    remedy = N_("Write it as year-month-day, for example 2026-03-31.")


class DayOutOfRange(Problem):
    says = N_("“{value}” is not within 1990 and 2100.")
    remedy = N_("Correct the year.")


class NotANumber(Problem):
    says = N_("“{value}” is not a number.")
    remedy = N_("Write digits only, with a point before decimals: 1234.5.")


class TwoNumbers(Problem):
    says = N_("“{value}” can be read with thousands or with decimals.")
    remedy = N_("Write digits only, with a point before decimals: 1234 or 1.234.")


class NotAWholeNumber(Problem):
    says = N_("“{value}” is not a whole number.")
    remedy = N_("Write digits only: 12.")


class NumberOutOfRange(Problem):
    says = N_("{value} is not possible here: it has to be within {other}.")
    remedy = N_("Correct the number, or leave the cell empty where it is not known.")


class NotYesOrNo(Problem):
    says = N_("“{value}” is neither yes nor no.")
    remedy = N_("Write yes or no, or leave the cell empty where it is not known.")


class UnknownWord(Problem):
    says = N_("“{value}” is not one of the words used here. The nearest one is “{other}”.")
    says_alone = N_("“{value}” is not one of the words used here.")
    remedy = N_("Write one of these: {choices}.")


class UnknownCountry(Problem):
    says = N_("“{value}” is not a country. The nearest one is “{other}”.")
    says_alone = N_("“{value}” is not a country.")
    remedy = N_("Write the country's English name or its three-letter code.")


class NotAPeriod(Problem):
    says = N_("“{value}” is not a period of years.")
    remedy = N_("Write the first and the last year, for example 2023-2025, or one year.")


class UnsafeLink(Problem):
    says = N_("“{value}” is not a web address.")
    remedy = N_("Write an address that begins with https://, or leave the cell empty.")


# One row beside the others


class DuplicateKey(Problem):
    says = N_("“{value}” stands there already, in row {other}.")
    remedy = N_("Give each its own, or delete the row that is too many.")


class UnknownPlan(Problem):
    says = N_("There is no action plan “{value}”. The nearest one is “{other}”.")
    says_alone = N_("There is no action plan “{value}”.")
    remedy = N_("Correct it, or add the plan to the sheet “plans”.")


class UnknownCommitment(Problem):
    says = N_("There is no commitment “{value}”. The nearest one is “{other}”.")
    says_alone = N_("There is no commitment “{value}”.")
    remedy = N_("Correct it, or add the commitment to the sheet “commitments”.")


class UnknownResult(Problem):
    says = N_("There is no objective or result “{value}”. The nearest one is “{other}”.")
    says_alone = N_("There is no objective or result “{value}”.")
    remedy = N_("Correct it, or add it to the sheet “objectives_results”.")


class CountryNotOfPlan(Problem):
    says = N_("The country is {value}, but the action plan belongs to {other}.")
    remedy = N_("Correct the country or the plan.")


class EndBeforeStart(Problem):
    says = N_("The end {value} is before the start {other}.")
    remedy = N_("Correct one of the two dates.")


class DoneInFuture(Problem):
    says = N_("It cannot have been done on {value}: that day has not come yet.")
    remedy = N_("A day that is only planned belongs in the column for the due date.")


class SeenInFuture(Problem):
    says = N_("“{value}” has not come yet, and this column tells of what has been.")
    remedy = N_("Correct the day.")


class NoDayOfLook(Problem):
    says = N_("A monitoring assessment needs the day it describes.")
    remedy = N_("Fill in the column “{choices}”.")


class TwoRatings(Problem):
    says = N_("The same assessment stands in row {other} with another rating than “{value}”.")
    remedy = N_("Keep the right one, or give the two their own days in “{choices}”.")
    remedy_alone = N_("Keep one of them.")  # a layout without a column for the day


class CarriedInCircle(Problem):
    says = N_("Carried forward in a circle: {value}.")
    remedy = N_("A commitment is carried into a later plan: correct one of them.")


# Notes: the file loads


class EncodingAssumed(Note):
    says = N_("The file does not say how its letters are encoded; it was read as {value}.")
    remedy = N_("Should letters look wrong, save it as “CSV UTF-8” and load it again.")


class OtherName(Note):
    says = N_("The file's name ends in “{value}”, but it holds {other}; it was read as that.")
    remedy = N_("Nothing to do.")


class ColumnsIgnored(Note):
    says = N_("Columns not used, {count} in all: {value}.")
    remedy = N_("Nothing to do, unless one of them is a column of ours under another name.")


class ColumnsAbsent(Note):
    says = N_("Columns not in the file, {count} in all: {value}.")
    remedy = N_("What they would say stays unknown.")


class SheetsIgnored(Note):
    says = N_("Sheets not used, {count} in all: {value}.")
    remedy = N_("Nothing to do, unless one of them is a sheet of ours under another name.")


class HiddenSheets(Note):
    says = N_("Hidden sheets were not read, {count} in all: {value}.")
    remedy = N_("Unhide a sheet in the workbook if it should be read.")


class HiddenRows(Note):
    says = N_("Rows that the sheet hides were read too: {count}.")
    remedy = N_("Delete them from the workbook if they should not count.")


class RowsAside(Note):
    says = N_("Rows left out as no part of the table, {count} in all: {value} ({other}).")
    remedy = N_("Nothing to do, unless one of them is a row of the table: then fill it in.")

    def _words(self) -> dict[str, str]:
        return {**super()._words(), "other": t(self.other)}


class FilesIgnored(Note):
    says = N_("Files in the ZIP that were not read, {count} in all: {value}.")
    remedy = N_("Nothing to do, unless one of them is a table: save that as CSV or XLSX.")


class TextsLeftOut(Note):
    says = N_("The texts of this column come to more than {other} letters; none was taken.")
    remedy = N_("Ratings, dates and figures are complete. For the texts, bring fewer rows.")


class TextsCut(Note):
    says = N_("Texts of this column longer than {other} letters were cut, {count} in all.")
    remedy = N_("Nothing to do: a cut text ends with “…”.")


class LostLetter(Note):
    says = N_("“{value}” holds a character that could not be read; it is shown as �.")
    remedy = N_("Correct the cell in the file.")
    about = N_("Texts with a character that could not be read")


class WordForNumber(Note):
    says = N_("“{value}” is a word: it is shown, and no chart can hold it.")
    remedy = N_("Nothing to do, unless a number is known.")
    about = N_("Words among numbers")


class FormulaWithoutResult(Note):
    says = N_("The file stores no result of the formula in this cell, so the cell was left empty.")
    remedy = N_("Open the workbook in Excel or LibreOffice, save it there, and load that.")
    about = N_("Formulas without a stored result")


class Formulas(Note):
    says = N_("Cells with formulas: {count}. Their last stored results were read.")
    remedy = N_("Nothing was calculated anew; save the workbook in Excel first if in doubt.")


class OutsideLinks(Note):
    says = N_("The workbook refers to other files. They were not opened.")
    remedy = N_("Nothing to do: the values stored in this workbook were read.")


class InvisibleRemoved(Note):
    says = N_("Characters that cannot be seen were removed. Cells affected: {count}.")
    remedy = N_("Nothing to do.")
    about = N_("Texts with characters that cannot be seen")


class MixedAlphabets(Note):
    says = N_(
        "“{value}” mixes letters of two alphabets that look alike; it was read as “{other}”. "
        "Cells affected: {count}."
    )
    remedy = N_("Nothing to do.")
    about = N_("Words of letters from two alphabets")


class AmbiguousDay(Note):
    says = N_("“{value}” can be read day first or month first, so only its year {other} was kept.")
    remedy = N_("Write it as year-month-day if the day is known.")
    about = N_("Dates of which only the year was kept")


class DayLeftOut(Note):
    says = N_("“{value}” could not be read as a day and was left out.")
    remedy = N_("Write it as year-month-day if the day is known.")
    about = N_("Dates left out")


class SeasonRead(Note):
    says = N_("“{value}” was read as {other}.")
    remedy = N_("Write a month or a day if one is known.")
    about = N_("Dates worked out from words or numbers")


class CountryRead(Note):
    says = N_("“{value}” was read as {other}.")
    remedy = N_("Write the country's English name or its three-letter code.")
    about = N_("Countries read from an abbreviation")


class LinkLeftOut(Note):
    says = N_("“{value}” is not a web address and was left out.")
    remedy = N_("Write an address that begins with https://.")
    about = N_("Web addresses left out")


class NewPolicyArea(Note):
    says = N_("The policy area “{value}” is new here; it counts in the sector “other”.")
    remedy = N_("Add it to the sheet “{choices}” to put it in another sector.")
    remedy_alone = N_("Nothing to do.")  # a layout without such a sheet
    about = N_("Policy areas that are new here")


class PeriodsDiffer(Note):
    says = N_("The rows of plan “{value}” state different years; {other} covers them all.")
    remedy = N_("Correct the years if one of them is wrong.")


class DueBeforeStart(Note):
    says = N_("The due date {value} is before the start {other}. Both were kept as they are.")
    remedy = N_("Correct one of them if it is wrong.")
    about = N_("Due dates before the start")


class DoneBeforeStart(Note):
    says = N_("The day {value} it was done is before the start {other}. Both were kept.")
    remedy = N_("Correct one of them if it is wrong.")
    about = N_("Completion dates before the start")


class CarriedOutside(Note):
    says = N_("It is carried into “{value}”, which is not in the file.")
    remedy = N_("Nothing to do, unless it is a slip of the pen.")
    about = N_("Carried into a commitment that is not in the file")


class NumberLeftOut(Note):
    says = N_("“{value}” is not a number and was left out.")
    remedy = N_("Its publisher has to write a plain number, such as 1234.5.")
    about = N_("Numbers left out")


class NotAPlace(Note):
    says = N_("“{value}” is not a latitude and a longitude and was left out.")
    remedy = N_("Its publisher has to write two numbers, such as 50.45 30.52.")
    about = N_("Places left out")


class OtherCurrency(Note):
    says = N_("“{value}” is in {other} and not in euro, so the sum of this grant stays open.")
    says_alone = N_("“{value}” names no currency, so the sum of this grant stays open.")
    remedy = N_("Nothing to do: no exchange rate is guessed.")
    about = N_("Amounts in other currencies")


class ElementsIgnored(Note):
    says = N_("Elements not used, {count} kinds in all: {value}.")
    remedy = N_("Nothing to do.")


class AddedToPublicRecord(Note):
    says = N_("An IATI file holds no commitments: what it says was added to the public record.")
    remedy = N_("Nothing to do.")


class BeyondTheSix(Note):
    says = N_("Commitments of countries beyond the six partner countries: {count} of {other}.")
    remedy = N_("They are in view once “All countries in the file” is chosen among the filters.")


class FromPublicRecord(Note):
    says = N_("Not in the file, so taken from the public record: {value}.")
    remedy = N_("Nothing to do.")
