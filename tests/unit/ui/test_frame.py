"""Words of the data in a style sheet stay words."""

from ui.shell.frame import quoted


def test_plain_letters_stay_as_they_are():
    assert quoted("Georgia2026") == '"Georgia2026"'


def test_nothing_in_the_words_can_end_the_string_or_the_style():
    for hostile in ('"; } body { display: none } "', "</style><script>", "\\", "\n", "}"):
        inside = quoted(hostile)[1:-1]
        assert not set(inside) & set('"<>{};/\n')
        assert inside.replace("\\", "").isalnum()


def test_every_other_letter_is_written_as_its_number():
    # Six digits always: a letter after fewer would be read as one more of them.
    assert quoted("ა1·a") == '"\\0010d01\\0000b7a"'
