File("/srv/old", f => f.Content = "old\n");
