Directory("/srv/case");
File("/srv/case/first-name", f => f.Content = "one file\n");
