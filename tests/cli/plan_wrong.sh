# A plan's error names file, line and column.
printf 'title: a\nperiod: {from: H27, to: H31}\nbandz: []\n' > plan.yaml
"$kpibook" validate -p plan.yaml x.xlsx
