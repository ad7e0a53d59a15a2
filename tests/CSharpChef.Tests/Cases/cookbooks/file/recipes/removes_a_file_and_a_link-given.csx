Directory("/srv/case");
File("/srv/case/gone");
Link("/srv/case/link", l => l.To = "/etc/passwd");
