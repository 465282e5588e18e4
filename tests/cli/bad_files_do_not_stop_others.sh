mkdir in
: > in/empty.xlsx
echo 'name,value' > in/text.xlsx
echo '<html></html>' > in/page.xlsx
printf '\320\317\021\340\241\261\032\341' > in/old.xlsx
head -c 512 /dev/zero >> in/old.xlsx
head -c 3000 "$samples/fukuoka/①.xlsx" > in/cut.xlsx
cp "$samples/fukuoka/②.xlsx" in/good.xlsx
printf x > 'in/~$good.xlsx'
"$kpibook" validate -q in | sed 's/^  *.*//' | grep -v '^$' || true
"$kpibook" export in --to json 2>/dev/null | grep -c '"rate_exact"'
"$kpibook" validate -q in >/dev/null
