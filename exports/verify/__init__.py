"""Does a file that came back still hold?"""
