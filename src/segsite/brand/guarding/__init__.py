"""What guards of facts and claims have in common: finding their words, and telling whose words they are."""
