Directory("/srv/case");
Link("/srv/case/link", l => l.To = "/srv/case/later");
