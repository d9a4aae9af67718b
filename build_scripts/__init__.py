"""From content and calculators to the site: load, render, engine, site."""
