File("/srv/case/folder", f => f.Content = "no\n");
Log("not reached");
