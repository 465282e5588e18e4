printf 'PK' > a.xlsx
"$kpibook" cells a.xlsx "$samples/fukuoka/nowhere.xlsx"
