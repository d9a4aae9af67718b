"""From site/ to what a hospital hosts: the manifest, the archive with its checksums, and the check of a copy."""
