Link("/srv/case/folder", l => l.To = "/etc/hosts");
