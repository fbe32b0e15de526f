"""Filter bar, cards, figure, downloads, choice, drill-down."""
