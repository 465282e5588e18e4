# The shortest tails that differ.
mkdir -p x/a y/a x/b
cp "$samples/fukuoka/①.xlsx" x/a/k.xlsx
cp "$samples/fukuoka/②.xlsx" y/a/k.xlsx
cp "$samples/fukuoka/③.xlsx" x/b/k.xlsx
"$kpibook" cells --summary x/a/k.xlsx y/a/k.xlsx x/b/k.xlsx | cut -d, -f1
"$kpibook" cells --summary x | cut -d, -f1
