Directory("/srv/case");
File("/srv/case/real");
Link("/srv/case/link", l => l.To = "/srv/case/real");
