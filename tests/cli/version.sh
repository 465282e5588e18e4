# The version is on stdout, with status 0.
"$kpibook" --version
"$kpibook" validate --version
