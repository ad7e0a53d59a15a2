Directory("/srv/case");
Directory("/srv/case/plain", d => d.Mode = "2755");
Directory("/srv/case/setgid", d => d.Mode = "0755");
Directory("/srv/case/owned");
