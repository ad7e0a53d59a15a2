Directory("/srv/case");
File("/srv/case/file");
