# What is wrong with files and plans, told to a reader of Japanese.
printf 'name,value\n' > csv.xlsx
head -c 3000 "$samples/fukuoka/①.xlsx" > cut.xlsx
: > empty.xlsx
"$kpibook" validate --lang ja csv.xlsx cut.xlsx empty.xlsx || true
"$kpibook" validate --lang ja --limit-entries 3 "$samples/fukuoka/②.xlsx" || true
for plan in 'titel: a' 'rounding: {mode: hlf-up}' 'title: [' 'watch: x'; do
    echo "$plan" > plan.yaml
    "$kpibook" validate --lang ja -p plan.yaml empty.xlsx || true
done
