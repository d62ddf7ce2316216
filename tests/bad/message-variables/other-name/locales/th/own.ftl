listing-count = { $number } รายการ
