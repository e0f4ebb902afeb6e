"""Plan, render and commit a site. The one place where bytes reach the output folder."""

from segsite.building.pipeline import BuildOptions, Report, build, shown

__all__ = ["BuildOptions", "Report", "build", "shown"]
