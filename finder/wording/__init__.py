"""What is said of a trial: statuses, ages, dates and reasons as whole, translatable sentences.

Outside a web request, as on the command line, everything is said in English.
"""
