"$kpibook" explain no-such-rule
