Link("/srv/case/was-a-file", l => l.To = "/etc/hosts");
