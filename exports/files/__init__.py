"""XLSX, CSV, SVG, PNG, QR code."""
