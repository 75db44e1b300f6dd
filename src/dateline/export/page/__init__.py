"""The chronology as one self-contained HTML file: timeline, map, table, entries with their claims, reports with the evidence."""
