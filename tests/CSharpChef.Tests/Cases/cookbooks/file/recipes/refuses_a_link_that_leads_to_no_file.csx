File("/srv/case/link", f => f.Content = "made\n");
