Link("/srv/case/current", l => l.To = "/srv/case/release-2");
