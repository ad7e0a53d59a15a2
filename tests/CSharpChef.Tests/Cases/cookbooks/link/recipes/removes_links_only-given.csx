Directory("/srv/case");
Link("/srv/case/link", l => l.To = "file");
File("/srv/case/file");
