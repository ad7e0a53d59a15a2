Directory("/srv/case");
Directory("/srv/case/real");
Link("/srv/case/link", l => l.To = "real");
