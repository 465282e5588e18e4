"$kpibook" inspect "$samples/fukuoka/①.xlsx"
