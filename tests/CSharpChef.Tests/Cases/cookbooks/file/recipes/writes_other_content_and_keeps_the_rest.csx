File("/srv/case/a.conf", f => f.Content = "port = 81\n");
