echo no > a.xlsx
"$kpibook" annotate a.xlsx -o b.xlsx || echo "status $?"
ls
"$kpibook" annotate "$samples/fukuoka/①.xlsx"
