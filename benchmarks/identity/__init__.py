"""How right the identity of things is over a corpus; see ``README.md`` beside this file."""
