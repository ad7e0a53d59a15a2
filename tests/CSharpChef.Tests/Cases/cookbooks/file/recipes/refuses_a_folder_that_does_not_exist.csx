File("/srv/case/no/such/file", f => f.Content = "no\n");
