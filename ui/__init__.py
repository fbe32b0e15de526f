"""Widgets, cards and cached answers: with app.py and pages/, all that knows Streamlit."""
