Directory("/srv/case");
File("/srv/case/seen", f => f.Content = "old\n");
