"""The studies' figures as pages show them: tables, charts, the explorer."""
