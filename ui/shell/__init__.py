"""Link, navigation, session, cache, print, embedding."""
