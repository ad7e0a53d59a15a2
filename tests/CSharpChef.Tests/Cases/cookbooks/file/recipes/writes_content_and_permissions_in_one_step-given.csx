Directory("/srv/case");
File("/srv/case/a.conf", f => f.Content = "old\n");
