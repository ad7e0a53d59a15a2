Directory("/srv/case/file");
