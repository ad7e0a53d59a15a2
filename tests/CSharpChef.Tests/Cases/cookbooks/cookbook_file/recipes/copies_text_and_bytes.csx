CookbookFile("/srv/case/script.sh", f => f.Mode = "0755");
CookbookFile("/srv/case/bytes.bin");
CookbookFile("/srv/case/same-bytes", f => f.Source = "bytes.bin");
