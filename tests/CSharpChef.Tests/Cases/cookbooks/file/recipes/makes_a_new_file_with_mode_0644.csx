File("/srv/case/new.txt", f => f.Content = "one\ntwo\n");
