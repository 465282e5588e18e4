# A rule turned off and one changed by the plan, each with its printed reason.
cat "$samples/fukuoka/plan.yaml" >plan.yaml
cat >>plan.yaml <<'END'
rules:
  - {rule: direction-inferred, severity: error, reason: 向きは必ず書く}
  - {rule: cost-unit-inferred, severity: off, reason: 様式で千円と決めている}
  - {rule: near-band, severity: off, reason: 今年度は使わない}
END
"$kpibook" validate -p plan.yaml --lang ja "$samples/fukuoka/①.xlsx" || echo "exit $?"
"$kpibook" validate -p plan.yaml --lang en "$samples/fukuoka/①.xlsx" | tail -n 2
"$kpibook" validate -p plan.yaml -f json "$samples/fukuoka/①.xlsx" |
    sed -n '/"rules"/,/^ \]/p'
