Directory("/srv/case");
Link("/srv/case/link", l => l.To = "nowhere");
File("/srv/case/seen", f => f.Content = "old\n");
