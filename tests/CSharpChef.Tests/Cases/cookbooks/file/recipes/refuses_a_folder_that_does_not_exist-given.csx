Directory("/srv/case");
