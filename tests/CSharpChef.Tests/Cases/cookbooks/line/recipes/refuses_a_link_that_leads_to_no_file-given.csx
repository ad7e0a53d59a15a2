Directory("/srv/case");
Link("/srv/case/link", l => l.To = "nowhere");
