"""Makes the trained encoder of Hearsay from annotated corpora: prepare, fit, export, card."""
