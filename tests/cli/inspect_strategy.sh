"$kpibook" inspect --lang ja "$samples/kitakyushu/技術監理局.xlsx"
