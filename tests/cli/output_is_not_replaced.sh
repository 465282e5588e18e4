echo old > out.json
"$kpibook" export "$samples/fukuoka" -o out.json || echo "status $?"
cat out.json
"$kpibook" export "$samples/fukuoka" -o out.json --force
head -c 32 out.json; echo
ls -A
