"""What holds e-mail templates: merge fields and platforms, flows, sizes, and what mail clients make of them."""
