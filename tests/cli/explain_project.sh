"$kpibook" explain -p "$samples/kitakyushu/plan.yaml" "$samples/kitakyushu" 若年者の地元就職
