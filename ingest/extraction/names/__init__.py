"""From phrases to names: of works, of bodies, of what people only point at."""
