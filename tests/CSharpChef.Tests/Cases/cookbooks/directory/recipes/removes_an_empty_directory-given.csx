Directory("/srv/case");
Directory("/srv/case/empty");
