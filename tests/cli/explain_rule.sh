"$kpibook" explain grade-differs
"$kpibook" explain --lang ja grade-differs
